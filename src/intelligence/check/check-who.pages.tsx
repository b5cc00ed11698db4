import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Details,
  Form,
  type FormState,
  Input,
  Instant,
  isAgain,
  problemOf,
  Select,
  stateOf,
  Tag,
  toChoose,
  typedIn,
} from '../../platform/ui/index.ts';
import { type CheckGrant, mostChecks } from './check.store.ts';
import { restrictedCodes, sourceWords } from './check.words.ts';

const EndGrant = ({ one, csrf, ...all }: FormState & { one: CheckGrant; csrf: string }) => {
  const state = stateOf(all, one.id);
  return (
    <Details
      summary={
        <>
          End
          <span class="govuk-visually-hidden">
            : {one.officerName}, {sourceWords(one.source)}
          </span>
        </>
      }
      open={isAgain(all, one.id)}
    >
      <Form action={`/intelligence/checks/who/${one.id}/end`} csrfToken={csrf}>
        <Input {...asked(state, 'endWhy')} id={`end-${one.id}`} label="Why" />
        <Button classes="govuk-button--secondary">
          End<span class="govuk-visually-hidden">: {one.officerName}</span>
        </Button>
      </Form>
    </Details>
  );
};

/** Who may ask the restricted systems. */
export const CheckWhoPage = ({
  grants,
  officers,
  mayLet,
  csrf,
  today,
  ...all
}: FormState & {
  grants: readonly CheckGrant[];
  officers: readonly { id: string; name: string }[];
  mayLet: boolean;
  csrf: string;
  today: string;
}) => {
  const state = stateOf(all, 'grant');
  return (
    <>
      <h1 class="govuk-heading-l">Who may ask restricted systems</h1>
      <DataTable
        caption="Who may ask, and until when"
        captionClasses="govuk-visually-hidden"
        rows={grants}
        cappedAt={mostChecks}
        columns={[
          { heading: 'System', cell: ({ source }) => sourceWords(source) },
          { heading: 'Who', cell: ({ officerName }) => officerName },
          { heading: 'Vetting', cell: ({ vettingWords }) => vettingWords },
          { heading: 'Trained', cell: ({ trainedOn }) => <Day day={trainedOn} /> },
          {
            heading: 'Until',
            cell: ({ untilOn, endedAt, endWhy }) =>
              endedAt ? (
                <>
                  Ended <Instant at={endedAt} />: {endWhy}
                </>
              ) : (
                <>
                  <Day day={untilOn} /> {untilOn < today && <Tag classes="govuk-tag--red">Over</Tag>}
                </>
              ),
          },
          { heading: 'Let by', cell: ({ givenByName }) => givenByName },
          ...(mayLet
            ? [
                {
                  heading: 'Change',
                  cell: (one: CheckGrant) =>
                    one.endedAt === null && <EndGrant {...all} one={one} csrf={csrf} />,
                },
              ]
            : []),
        ]}
        empty={{
          title: 'Nobody may',
          children: 'The manager lets somebody, on their vetting and training. Nobody lets themselves.',
        }}
      />
      {mayLet && (
        <Form action="/intelligence/checks/who" csrfToken={csrf}>
          <h2 class="govuk-heading-m">Let somebody ask</h2>
          <Select
            name="officerId"
            label="Officer"
            value={typedIn(state, 'officerId')}
            errorMessage={problemOf(state, 'officerId')}
            items={toChoose(officers.map(({ id, name }) => ({ value: id, text: name })))}
          />
          <Select
            {...asked(state, 'source')}
            label="System"
            items={toChoose(restrictedCodes.map((value) => ({ value, text: sourceWords(value) })))}
          />
          <Input {...asked(state, 'vettingWords')} label="Vetting that they hold, and until when" />
          <DayBoxes {...state} name="trainedOn" legend="Day of their training" />
          <DayBoxes {...state} name="untilOn" legend="Last day" hint="A year from today at the most" />
          <Button>Let them ask</Button>
        </Form>
      )}
    </>
  );
};
