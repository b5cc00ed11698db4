const details = {
  ...{ name: 'Example service', team: 'Example team', email: 'team@example.org', phone: '01632 960001' },
  ...{ outOfHours: '', from1: '09:00', to1: '17:00', reason: 'An example' },
};

/** Examples that save nothing twice: the first adds under a code of its own, the others only look. */
export const newServiceExample = {
  ...details,
  ...{ agencyId: '@agencyId', code: 'EXAM-ONE', startsOn: '2026-11-20', go: 'save' },
};
export const changeServiceExample = { ...details, version: 1, go: 'preview' };
export const endServiceExample = { endsOn: '2027-03-31', version: 1, reason: 'An example', go: 'preview' };

const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
export const newServiceBody = { ...newServiceExample, hours };
export const changeServiceBody = { ...changeServiceExample, hours };
