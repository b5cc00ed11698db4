import { Day, Deadline, InsetText, SummaryList } from '../platform/ui/index.ts';
import { type CaseView, contactMet, isOverdue } from './asb.queries.ts';
import { breachResultName, jatacName, measureName, overrideName } from './asb.words.ts';
import { nominationStatusWords } from './nomination.transitions.ts';
import { orderKindWords, orderStatusWords } from './order.transitions.ts';

const Add = ({ id, part, children }: { id: string; part: string; children: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/asb/${id}/${part}`}>
      {children}
    </a>
  </p>
);
const isLive = ({ file }: CaseView) => file.status !== 'closed';

export const Complainants = (props: CaseView) => (
  <>
    <InsetText>Do not tell one of them of another, or whoever it is about of any.</InsetText>
    {props.complainants.map((one) => {
      const met = contactMet(one, props.today);
      return (
        <>
          <h3 class="govuk-heading-s">
            {one.position}. {one.name}
          </h3>
          <SummaryList
            rows={[
              {
                key: 'Reach them',
                value: [one.phone, one.email, one.wishes].filter(Boolean).join('; ') || 'Not said',
              },
              { key: 'Their one contact', value: one.contactName },
              {
                key: 'First contact',
                value: one.contactedOn ? (
                  <>
                    <Day day={one.contactedOn} />,{' '}
                    {met === false ? 'later than the target' : met ? 'in time' : 'no target yet'}
                  </>
                ) : one.contactDueOn ? (
                  <Deadline due={one.contactDueOn} today={props.today} />
                ) : (
                  'Due once the risk is assessed'
                ),
              },
            ]}
          />
          <ul class="govuk-list govuk-list--bullet">
            {props.contacts
              .filter(({ complainantId }) => complainantId === one.id)
              .map(({ onDay, words, officerName }) => (
                <li>
                  <Day day={onDay} />: {words} {officerName ? `(${officerName})` : ''}
                </li>
              ))}
          </ul>
        </>
      );
    })}
    {isLive(props) && (
      <>
        <Add id={props.file.id} part="contacts">
          Write down what somebody was told
        </Add>
        <Add id={props.file.id} part="complainants">
          Add somebody else who complains
        </Add>
      </>
    )}
  </>
);
export const Risk = (props: CaseView) => (
  <>
    {isOverdue(props.file, props.today) && (
      <InsetText>The risk is to be assessed anew: it was due and is not done.</InsetText>
    )}
    {isLive(props) && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/asb/${props.file.id}/assessments`}>
          Assess the risk
        </a>
      </p>
    )}
    {props.assessments.length === 0 && <p class="govuk-body">Not assessed yet.</p>}
    {props.assessments.map((one) => (
      <details class="govuk-details" open={one === props.assessments[0]}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            Assessment {one.number}: {one.level}, <Day day={one.assessedOn} />
          </span>
        </summary>
        <div class="govuk-details__text">
          <p class="govuk-body">
            {one.total} of {one.answers.length * 3}
            {one.overrides.length > 0 &&
              `, and high because of ${one.overrides.map(overrideName).join(', ')}: ${one.overrideWords}`}
            . By {one.assessedByName ?? 'nobody'}, with{' '}
            {one.settingVersion === 0
              ? 'the matrix as the product comes'
              : `version ${one.settingVersion} of the matrix`}
            .
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {one.answers.map(({ name, score }) => (
              <li>
                {name}: {score}
              </li>
            ))}
          </ul>
          <p class="govuk-body">
            <strong>What the victim says:</strong> {one.victimWords}
          </p>
          {one.words && <p class="govuk-body">{one.words}</p>}
        </div>
      </details>
    ))}
  </>
);
export const Incidents = (props: CaseView) => (
  <>
    <ul class="govuk-list govuk-list--bullet">
      {props.incidents.map(({ onDay, words, reportId }) => (
        <li>
          <Day day={onDay} />: {words}{' '}
          {reportId && (
            <a class="govuk-link" href={`/reports/${reportId}`}>
              The report
            </a>
          )}
        </li>
      ))}
    </ul>
    {isLive(props) && (
      <Add id={props.file.id} part="incidents">
        Add an incident
      </Add>
    )}
  </>
);
export const Measures = (props: CaseView) => (
  <>
    {props.measures.length === 0 && <p class="govuk-body">Nothing is written down yet.</p>}
    <ul class="govuk-list govuk-list--bullet">
      {props.measures.map(({ kind, onDay, words, victimViews }) => (
        <li>
          <Day day={onDay} />, {measureName(kind).toLowerCase()}: {words}
          {victimViews && ` The victim’s views: ${victimViews}`}
        </li>
      ))}
    </ul>
    {isLive(props) && (
      <Add id={props.file.id} part="measures">
        Write down what was done
      </Add>
    )}
  </>
);
export const Orders = (props: CaseView) => (
  <>
    {props.orders.length === 0 && <p class="govuk-body">No contract and no order yet.</p>}
    {props.orders.map((one) => (
      <>
        <p class="govuk-body">
          <a class="govuk-link" href={`/asb-orders/${one.id}`}>
            {orderKindWords[one.kind]} <span class="bw-reference">{one.reference}</span>
          </a>
          : {orderStatusWords[one.status].toLowerCase()}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {props.breaches
            .filter(({ orderId }) => orderId === one.id)
            .map(({ onDay, result, releaseOn, planId }) => (
              <li>
                Breach of <Day day={onDay} />: {breachResultName(result).toLowerCase()}
                {releaseOn && (
                  <>
                    , release expected on <Day day={releaseOn} />
                  </>
                )}
                {planId && (
                  <>
                    {' '}
                    <a class="govuk-link" href={`/release-plans/${planId}`}>
                      Plan before the release
                    </a>
                  </>
                )}
              </li>
            ))}
        </ul>
      </>
    ))}
    {isLive(props) && (
      <Add id={props.file.id} part="orders">
        Prepare a contract or an order
      </Add>
    )}
  </>
);
export const Nominations = (props: CaseView) => (
  <>
    {props.nominations.length === 0 && <p class="govuk-body">Not nominated to joint tasking.</p>}
    <ul class="govuk-list govuk-list--bullet">
      {props.nominations.map(({ id, reference, category, status }) => (
        <li>
          <a class="govuk-link" href={`/nominations/${id}`}>
            {reference}
          </a>
          , {jatacName(category).toLowerCase()}: {nominationStatusWords[status].toLowerCase()}
        </li>
      ))}
    </ul>
    {isLive(props) && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/nominations/new?asbId=${props.file.id}`}>
          Nominate to joint tasking
        </a>
      </p>
    )}
  </>
);
