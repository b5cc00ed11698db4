import type { Request, Service } from './service.ts';

/** One kind of request, as often as it is measured: each turn may ask for another record or other words. */
export interface Visit {
  name: string;
  /** Who asks, and why this page is among the busiest. */
  why: string;
  ask(turn: number): Request;
}

const words = [
  'mattress',
  'needles',
  'dog',
  'noise',
  'bins',
  'fire',
  'abandoned car',
  'graffiti',
  'park gate',
  'shop',
];
/** As they are typed in a hurry. */
const slips = ['matress', 'fly tiping', 'grafiti', 'nedles', 'abandonned car', 'bonfier'];
const names = ['Ashdown', 'Ffion Inskip', 'Hargraves', 'GH12', 'Juniper', 'Dewhurst'];
const figures = ['E-01', 'E-02', 'I-01', 'T-04', 'E-01a'];

const pick = <T>(from: readonly T[], turn: number): T => {
  const found = from[turn % from.length];
  if (found === undefined) throw new Error('The county has nothing to ask for here.');
  return found;
};

/** The ids in a JSON list, as this viewer sees it. */
async function idsOf(service: Service, token: string, path: string, key: string): Promise<string[]> {
  const { status, text } = await service.send({ path, token });
  const body: unknown = JSON.parse(text);
  const rows =
    typeof body === 'object' && body ? Object.entries(body).find(([name]) => name === key)?.[1] : [];
  if (status !== 200 || !Array.isArray(rows))
    throw new Error(`GET ${path} answered ${status}: ${text.slice(0, 200)}`);
  return rows.map((row: { id: string }) => row.id);
}

/** The busiest pages and calls of a working day, by the people who make them. */
export async function visitsOf(
  service: Service,
  issueType: string,
  point: [number, number],
): Promise<Visit[]> {
  const desk = await service.signIn('rowan.reception');
  const officer = await service.signIn('olu.officer');
  const small = await service.signIn('hollis.housing');
  const chair = await service.signIn('callum.safety');
  const analyst = await service.signIn('petra.performance');
  const reports = await idsOf(service, officer, '/api/v1/reports', 'reports');
  const meetings = await idsOf(service, chair, '/api/v1/meetings', 'meetings');
  const get = (token: string | undefined, path: (turn: number) => string) => (turn: number) => ({
    token,
    path: path(turn),
  });
  const text = (turn: number) => encodeURIComponent(pick(words, turn));
  return [
    { name: 'GET /report', why: 'the public, all day', ask: get(undefined, () => '/report') },
    { name: 'GET /home', why: 'each officer, at each sign-in and return', ask: get(officer, () => '/home') },
    { name: 'GET /reports', why: 'the desk watches it', ask: get(desk, () => '/reports') },
    {
      name: 'GET /reports?sort=…',
      why: 'each heading that sorts, both ways',
      ask: get(desk, (t) => `/reports?sort=${pick(['due', '-due', 'reference', '-status', 'received'], t)}`),
    },
    {
      name: 'GET /reports?sort=… (few theirs)',
      why: 'few of the rows are theirs: the order must not be walked through for them',
      ask: get(small, (t) => `/reports?sort=${pick(['due', '-due', 'reference', '-status', 'received'], t)}`),
    },
    {
      name: 'GET /reports?status=open&mine=yes',
      why: 'each officer’s queue',
      ask: get(officer, () => '/reports?status=open&mine=yes'),
    },
    {
      name: 'GET /reports?words=…',
      why: 'the desk, while somebody is on the telephone',
      ask: get(desk, (t) => `/reports?words=${text(t)}`),
    },
    {
      name: 'GET /reports/:reportId',
      why: 'every report is opened several times',
      ask: get(officer, (t) => `/reports/${pick(reports, t)}`),
    },
    {
      name: 'GET /search?q=…',
      why: 'the box on every page',
      ask: get(officer, (t) => `/search?q=${text(t)}`),
    },
    {
      name: 'GET /search?q=… misspelt',
      why: 'every kind is asked twice: for the words, then for words like them',
      ask: get(officer, (t) => `/search?q=${encodeURIComponent(pick(slips, t))}`),
    },
    {
      name: 'GET /search?q=…&kind=reports',
      why: 'one kind, a page at a time',
      ask: get(officer, (t) => `/search?q=${text(t)}&kind=reports&page=${(t % 3) + 1}`),
    },
    {
      name: 'GET /records?words=…',
      why: 'before a visit: who and which vehicle',
      ask: get(officer, (t) => `/records?words=${encodeURIComponent(pick(names, t))}`),
    },
    { name: 'GET /cases', why: 'the coordinators’ list', ask: get(chair, () => '/cases') },
    {
      name: 'GET /meetings/:meetingId',
      why: 'everyone at the table, at once',
      ask: get(chair, (t) => `/meetings/${pick(meetings, t)}`),
    },
    {
      name: 'GET /figures',
      why: 'the heaviest: every figure, twelve months and the year before',
      ask: get(analyst, () => '/figures'),
    },
    {
      name: 'GET /figures/:code',
      why: 'opened from the index',
      ask: get(analyst, (t) => `/figures/${pick(figures, t)}`),
    },
    {
      name: 'GET /api/v1/reports/map',
      why: 'the officers’ map of everything they may see',
      ask: get(officer, () => '/api/v1/reports/map'),
    },
    {
      name: 'GET /api/v1/reports/map?box=…',
      why: 'the same, zoomed to a town',
      ask: get(officer, (turn) => {
        const [west, south] = [point[0] - 0.03 - (turn % 7) / 1000, point[1] - 0.02];
        return `/api/v1/reports/map?box=${west},${south},${west + 0.06},${south + 0.04}`;
      }),
    },
    {
      name: 'GET /api/v1/reports',
      why: 'partners’ own systems ask by the minute',
      ask: get(officer, () => '/api/v1/reports'),
    },
    {
      name: 'POST /api/v1/desk-reports',
      why: 'the desk takes a report; the same command as the public’s, whose route is limited to 30 a minute',
      ask: (turn) => ({
        method: 'POST',
        path: '/api/v1/desk-reports',
        token: desk,
        body: {
          issueType,
          description: `Bench ${turn}: bags and tins by the gate, and a van AB12 CDE.`,
          lon: point[0],
          lat: point[1],
          landOwner: 'public',
          channel: 'phone',
        },
      }),
    },
  ];
}
