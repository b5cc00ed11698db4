import { EditionList, findEdition, History, StepLinks, stepRoutes } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { Day, RecordPage } from '../platform/ui/index.ts';
import { asbExamples } from './asb.examples.ts';
import { keepAsb } from './asb.permissions.ts';
import { orderPageViewOf } from './asb.queries.ts';
import { breachResultName } from './asb.words.ts';
import { breachSchema, orderPaperParams, orderParams, orderStepParams } from './case.forms.ts';
import { BreachFields } from './case-form.pages.tsx';
import { formRoutes, asbMarking as marking } from './form-routes.tsx';
import { openOrder, orderStepsFor, recordBreach } from './order.commands.ts';
import { orderPaperWords } from './order.documents.ts';
import { abcTransitions, cboTransitions, orderKindWords, orderStatusWords } from './order.transitions.ts';
import { stepSchema } from './step.fields.ts';
import { AsbStepCheck, AsbStepForm } from './step.pages.tsx';
import { lineOf, prepareStep, takeStep } from './steps.ts';

const toCase = ({ asbId }: { asbId: string }) => ({ href: `/asb/${asbId}`, text: 'The case' });
const orderLineOf = (action: string) => lineOf([...abcTransitions, ...cboTransitions], action);
/** Pages of contracts and orders. */
export const orderRoutes: readonly Route[] = [
  show({
    path: '/asb-orders/:orderId',
    words: 'One contract or order with its terms, breaches and steps',
    permission: keepAsb,
    audit: 'asb-order.read',
    params: orderParams,
    handle: async (work, { params }) => {
      const { order, breaches, papers, events, steps } = demand(await orderPageViewOf(work, params.orderId));
      const body = (
        <RecordPage
          kind={orderKindWords[order.kind]}
          name={order.reference}
          facts={[
            { label: 'Status', value: orderStatusWords[order.status] },
            { label: 'Made', value: order.madeOn ? <Day day={order.madeOn} /> : 'Not yet' },
            {
              label: 'Last day',
              value: order.endsOn ? <Day day={order.endsOn} /> : order.madeOn ? 'Until further order' : '–',
            },
            ...(order.reviewOn ? [{ label: 'Review', value: <Day day={order.reviewOn} /> }] : []),
          ]}
          sections={[
            {
              id: 'terms',
              title: order.kind === 'abc' ? 'Terms' : 'Conditions',
              children: (
                <ul class="govuk-list govuk-list--bullet">
                  {order.terms.map((term) => (
                    <li>{term}</li>
                  ))}
                </ul>
              ),
            },
            {
              id: 'breaches',
              title: 'Breaches',
              children: (
                <>
                  {breaches.length === 0 && <p class="govuk-body">None.</p>}
                  <ul class="govuk-list govuk-list--bullet">
                    {breaches.map((one) => (
                      <li>
                        <Day day={one.onDay} />: {one.words} {breachResultName(one.result)}.
                        {one.custodyFrom && one.releaseOn && (
                          <>
                            {' '}
                            From <Day day={one.custodyFrom} />, release expected on{' '}
                            <Day day={one.releaseOn} />.
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                  {order.madeOn && (
                    <p class="govuk-body">
                      <a class="govuk-link" href={`/asb-orders/${order.id}/breaches`}>
                        Record a breach
                      </a>
                    </p>
                  )}
                </>
              ),
            },
            {
              id: 'papers',
              title: 'Papers',
              children:
                papers.length === 0 ? (
                  <p class="govuk-body">No paper was made yet.</p>
                ) : (
                  <EditionList
                    editions={papers}
                    words={orderPaperWords}
                    under={`/asb-orders/${order.id}/papers`}
                    isAddressHidden={false}
                  />
                ),
            },
            { id: 'history', title: 'History', children: <History events={events} /> },
          ]}
          actions={<StepLinks steps={steps} under={`/asb-orders/${order.id}/steps`} />}
        />
      );
      return page(order.reference, body, { back: toCase(order), marking });
    },
  }),
  download({
    path: '/asb-orders/:orderId/papers/:orderPaper/:edition/:format',
    words: 'A contract, an order or a letter about one, the very bytes that were made',
    permission: keepAsb,
    audit: 'asb-order.paper-opened',
    params: orderPaperParams,
    example: { params: { orderPaper: 'contract', edition: '1', format: 'pdf' } },
    handle: async (work, { params: { orderId, orderPaper: kind, edition: version, format } }) => {
      const order = demand(await openOrder(work, orderId));
      const paper =
        (await findEdition(work, 'order', order.id, { kind, version, format })) ?? demand(notFound);
      return file(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
  ...formRoutes({
    path: '/asb-orders/:orderId/breaches',
    words: 'Record a breach; custody with a release to come begins a plan before it',
    permission: keepAsb,
    audit: 'asb-order.breached',
    params: orderParams,
    body: breachSchema,
    example: { body: asbExamples.breach },
    ...{ title: 'Record a breach', button: 'Record', done: 'Recorded' },
    back: ({ orderId }) => ({ href: `/asb-orders/${orderId}`, text: 'The contract or order' }),
    fields: async (work, { orderId }, state) => {
      demand(await openOrder(work, orderId));
      return <BreachFields {...state} />;
    },
    take: (work, params, body) => recordBreach(work, { ...params, ...body }),
  }),
  ...stepRoutes(
    {
      procedure: 'order',
      path: '/asb-orders/:orderId/steps/:orderStep',
      permission: keepAsb,
      params: orderStepParams,
      body: stepSchema,
      example: { params: { orderStep: 'refuse' }, body: asbExamples.step },
      words: {
        form: 'The form of a step of a contract or an order',
        check: 'Check a step of a contract or an order before it is taken',
        take: 'Take a step of a contract or an order',
      },
    },
    {
      line: ({ orderStep }) => orderLineOf(orderStep),
      file: ({ orderId }) => ({ href: `/asb-orders/${orderId}`, text: 'The contract or order' }),
      form: async (work, { orderId, orderStep }, state) => (
        <AsbStepForm
          {...{ ...state, people: [], line: orderLineOf(orderStep) }}
          file={demand(await openOrder(work, orderId))}
          address={`/asb-orders/${orderId}/steps/${orderStep}`}
        />
      ),
      prepare: async (work, { orderId, orderStep }, input) =>
        prepareStep(await orderStepsFor(work, orderId), work, orderId, orderStep, input),
      check: ({ step, csrf }) => (
        <AsbStepCheck {...{ step, csrf }} address={`/asb-orders/${step.file.id}/steps/${step.line.action}`} />
      ),
      take: async (work, { orderId, orderStep }, input) =>
        takeStep(await orderStepsFor(work, orderId), work, orderId, orderStep, input),
    },
  ),
];
