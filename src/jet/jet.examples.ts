const teamLine = {
  name: 'Sample team',
  areaCode: '@areaCode',
  startedYear: '2014',
  posts: '5',
  taskingRoute: 'By the Joint Action Group',
};
/** Bodies for the suites and the API's documentation. */
export const jetExamples = {
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
