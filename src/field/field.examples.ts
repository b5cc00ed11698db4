const id = '5a3b1e00-0000-4000-8000-000000000901';

/** Bodies for the suites and the API's documentation. */
export const fieldExamples = {
  note: {
    id,
    officerId: '@officerId',
    kind: 'task-note',
    capturedAt: '2026-11-20T09:40:00Z',
    body: { taskId: '@taskId', note: { words: 'Nobody there at twenty to ten.' } },
  },
  photo: { id, officerId: '@officerId', sha256: '0'.repeat(64) },
};
