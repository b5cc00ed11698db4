const teamLine = {
  name: 'Sample team',
  areaCode: '@areaCode',
  startedYear: '2014',
  posts: '5',
  taskingRoute: 'By the Joint Action Group',
};
/** Bodies for the suites and the API's documentation. */
const question = { power: 'fpn.litter', districtCode: '@areaCode', isInUniform: 'yes' };
export const jetExamples = {
  note: {
    title: 'Dogs on the green',
    question: 'Is the verge part of it?',
    answer: 'Up to the kerb',
    basis: 'Order of 2024',
  },
  course: {
    title: 'Court files',
    subjects: ['court-files'],
    onDay: '2026-12-10',
    place: 'Council Offices',
    isOpen: 'yes',
  },
  shift: { officerId: '@jetOfficerId', onDay: '2026-11-24', startsAt: '08:00', endsAt: '16:00' },
  plan: {
    ...{
      title: 'Sample park',
      districtCode: '@areaCode',
      place: 'The park',
      fromOn: '2026-11-20',
      toOn: '2026-12-20',
    },
    ...{ priority: 'asb', lines: ['engage-communities', 'gather-intelligence'] },
  },
  patrol: {
    onDay: '2026-11-20',
    minutes: 60,
    lines: ['engage-communities'],
    words: 'Spoke to shopkeepers',
    formsSent: 1,
  },
  ask: question,
  use: { ...question, words: 'Litter in the square' },
  tick: { version: 1, tick: 'vetted', onDay: '2026-11-12' },
  issue: { version: 1, powers: ['csas.require-name'], badgeNumber: 'B123', expiresOn: '2028-11-19' },
  team: { ...teamLine, serviceId: '@spareServiceId' },
  teamLine,
  time: { onDay: '2026-11-20', activity: 'patrol', minutes: 90, words: 'Market place' },
  target: { enforcementPercent: 75, amberPoints: 5, startsOn: '2027-04-01', why: 'Agreed by the board' },
  review: {
    fromOn: '2026-11-01',
    toOn: '2026-11-20',
    finding: 'Untasked time is mainly recycling compliance',
    action: 'Set tasks from the priorities',
  },
} as const;
