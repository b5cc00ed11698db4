import {
  Button,
  type Content,
  DataTable,
  Day,
  Form,
  Input,
  RecordPage,
  Select,
} from '../../platform/ui/index.ts';
import { DirectoryNav } from '../directory-nav.pages.tsx';
import { mapHref } from '../map/map.routes.ts';
import type { MapView } from '../map/map.view.ts';
import type { Area, AreaUse } from './area.store.ts';
import { kindOfArea } from './area.words.ts';

const AreaLink = ({ area }: { area: { code: string; name: string } }) => (
  <a class="govuk-link" href={`/directory/areas/${encodeURIComponent(area.code)}`}>
    {area.name}
  </a>
);
const linksOf = (areas: readonly { code: string; name: string }[], none: string): Content =>
  areas.length === 0
    ? none
    : areas.map((area, index) => (
        <>
          {index > 0 && ', '}
          <AreaLink area={area} />
        </>
      ));

interface ListProps {
  areas: readonly Area[];
  kinds: readonly { kind: string; count: number }[];
  kind: string;
  words: string;
  nextHref: string | undefined;
  today: string;
  canEdit: boolean;
}

const until = (area: Area, today: string): Content =>
  area.endsOn === null ? (
    'Further notice'
  ) : (
    <>
      {area.endsOn <= today ? 'Ended ' : ''}
      <Day day={area.endsOn} />
    </>
  );

/** Areas of one kind, with those that have ended and what took over. */
export const AreasPage = ({ areas, kinds, kind, words, nextHref, today, canEdit }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Areas</h1>
    <DirectoryNav at="/directory/areas" canEdit={canEdit} />
    {canEdit && (
      <p class="govuk-body">
        <a class="govuk-link" href="/directory/areas/add">
          Add areas from a file
        </a>
      </p>
    )}
    <DataTable
      caption={`${kindOfArea(kind)}s by name`}
      filters={
        <Form method="get" action="/directory/areas" classes="bw-filters">
          <Select
            name="kind"
            label="Kind"
            value={kind}
            items={kinds.map((each) => ({
              value: each.kind,
              text: `${kindOfArea(each.kind)} (${each.count.toLocaleString('en-GB')})`,
            }))}
          />
          <Input name="words" label="Name or code" value={words} />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={areas}
      columns={[
        { heading: 'Name', cell: (a) => <AreaLink area={a} /> },
        { heading: 'Code', cell: (a) => a.code },
        { heading: 'Within', cell: (a) => a.parentName ?? '' },
        { heading: 'From', cell: (a) => <Day day={a.startsOn} /> },
        { heading: 'Until', cell: (a) => until(a, today) },
        { heading: 'Successor', cell: (a) => linksOf(a.successors, '') },
      ]}
      empty={{ title: 'No area fits', children: 'Choose another kind, or another word of the name.' }}
      paging={{ nextHref }}
    />
  </>
);

interface AreaProps {
  area: Area;
  uses: AreaUse;
  view: MapView | undefined;
  today: string;
  canEdit: boolean;
  history: Content;
}

/** One area: its dates, its outline, and what names it. */
export function AreaPage({ area, uses, view, today, canEdit, history }: AreaProps) {
  const isOver = area.endsOn !== null && area.endsOn <= today;
  const address = `/directory/areas/${encodeURIComponent(area.code)}`;
  return (
    <RecordPage
      kind={kindOfArea(area.kind)}
      name={area.name}
      facts={[
        { label: 'Code', value: area.code },
        ...(area.parentCode
          ? [
              {
                label: 'Within',
                value: (
                  <AreaLink area={{ code: area.parentCode, name: area.parentName ?? area.parentCode }} />
                ),
              },
            ]
          : []),
        { label: 'From', value: <Day day={area.startsOn} /> },
        {
          label: isOver ? 'Ended' : 'Until',
          value: area.endsOn ? <Day day={area.endsOn} /> : 'Further notice',
        },
        ...(area.population === null
          ? []
          : [{ label: 'People', value: area.population.toLocaleString('en-GB') }]),
      ]}
      sections={[
        {
          id: 'outline',
          title: 'Where it is',
          children: view ? (
            <figure class="bw-place-map">
              <img
                class="bw-place-map__picture"
                src={mapHref(view, undefined, area.code)}
                width={320}
                height={320}
                alt={`Map: the outline of ${area.name}`}
              />
              <figcaption class="govuk-body">
                {kindOfArea(area.kind)} {area.name}
                {area.parentName ? `, in ${area.parentName}` : ''}
              </figcaption>
            </figure>
          ) : (
            <p class="govuk-body">No outline was loaded for it.</p>
          ),
        },
        {
          id: 'succession',
          title: 'Before and after',
          children: (
            <p class="govuk-body">
              Took over from: {linksOf(area.predecessors, 'none that is known')}. Taken over by:{' '}
              {linksOf(area.successors, isOver ? 'none that is known' : 'none, it is there now')}.
            </p>
          ),
        },
        { id: 'uses', title: 'What names it', children: <Uses uses={uses} /> },
        ...(canEdit ? [{ id: 'history', title: 'History', children: history }] : []),
      ]}
      actions={
        canEdit ? (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`${address}/change`}>
                Correct its name
              </a>
            </li>
            {area.startsOn > today && (
              <li>
                <a class="govuk-link" href={`${address}/take-back`}>
                  Take it back
                </a>
              </li>
            )}
            {!isOver && (
              <li>
                <a class="govuk-link" href={`${address}/end`}>
                  End it and name its successor
                </a>
              </li>
            )}
          </ul>
        ) : undefined
      }
    />
  );
}

const Uses = ({ uses }: { uses: AreaUse }) => {
  const lines = [
    ...uses.agencies.map((a) => ({ href: `/directory/agencies/${a.id}`, text: `Agency: ${a.name}` })),
    ...uses.services.map((s) => ({ href: `/directory/services/${s.id}`, text: `Service: ${s.name}` })),
    ...uses.rules.map((r) => ({ href: `/directory/issues/${r.issueType}`, text: `Rule: ${r.issueName}` })),
  ];
  return lines.length === 0 ? (
    <p class="govuk-body">No agency, service or rule names it.</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
};
