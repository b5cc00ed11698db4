import type { Role } from '../directory/index.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';
import type { RecordKind } from '../records/index.ts';

/** A form that a report or a record leads to, with itself in the box of that name. */
export interface Start {
  readonly form: string;
  readonly box: string;
  readonly from: readonly (RecordKind | 'report')[];
  readonly roles: readonly [Role, ...Role[]];
  readonly words: string;
}

const asbOfficers: Start['roles'] = [
  'community-safety-coordinator',
  'service-officer',
  'police-partner',
  'partner',
];
const inspectors: Start['roles'] = [
  ...(['service-officer', 'trading-standards-investigator', 'environmental-health-officer'] as const),
  ...(['community-safety-coordinator', 'police-partner'] as const),
];
const who = ['person', 'organisation'] as const;

/**
 * What can be begun about somebody or something, and by whom. The forms belong to rooms above this one; a test holds each line
 * to the permission of its form, and that its box takes the record.
 */
export const starts: readonly Start[] = [
  {
    ...{ form: '/penalties/new', box: 'recordId', from: who, words: 'Write a penalty notice' },
    roles: [
      ...(['jet-officer', 'jet-supervisor', 'service-officer', 'environmental-health-officer'] as const),
      ...(['trading-standards-investigator', 'police-partner'] as const),
    ],
  },
  ...(
    [
      ['recordId', who],
      ['reportId', ['report']],
    ] as const
  ).map(
    ([box, from]): Start => ({
      ...{ form: '/protection/new', box, from, words: 'Write a community protection warning' },
      roles: [
        ...(['community-safety-coordinator', 'environmental-health-officer', 'jet-supervisor'] as const),
        ...(['jet-officer', 'service-officer', 'police-partner'] as const),
      ],
    }),
  ),
  ...(
    [
      ['subjectRecordId', who],
      ['placeRecordId', ['place']],
      ['reportId', ['report']],
    ] as const
  ).map(
    ([box, from]): Start => ({
      ...{ form: '/asb/new', box, from, words: 'Open a case of anti-social behaviour', roles: asbOfficers },
    }),
  ),
  ...(
    [
      ['firmRecordId', ['organisation']],
      ['placeRecordId', ['place']],
    ] as const
  ).map(
    ([box, from]): Start => ({
      ...{ form: '/premises/new', box, from, words: 'Keep premises', roles: inspectors },
    }),
  ),
];

/** Links to the forms that this viewer may begin with this record or report. */
export const BegunFrom = ({
  viewer,
  kind,
  id,
}: {
  viewer: Viewer;
  kind: RecordKind | 'report';
  id: string;
}) => (
  <>
    {starts
      .filter(({ from, roles }) => from.includes(kind) && hasRole(viewer, ...roles))
      .map(({ form, box, words }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`${form}?${box}=${id}`}>
            {words}
          </a>
        </p>
      ))}
  </>
);
