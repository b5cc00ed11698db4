import { reasonsTo, reasonWords } from '../../../reference/return-reasons.ts';
import {
  asked,
  Button,
  Details,
  Form,
  Input,
  Radios,
  Select,
  stateOf,
  toChoose,
  WarningText,
} from '../../platform/ui/index.ts';
import { type ItemProps, mayDo, Version } from './item.pages.tsx';
import { sensitiveActWords } from './sensitive.forms.ts';

/** Returns an item, for correction or for deletion, as the reason says. */
export const ReturnPart = (props: ItemProps) => {
  const { item, csrf } = props;
  const answer = stateOf(props, 'return');
  const [mayCorrect, mayDelete] = [mayDo(props, 'return'), mayDo(props, 'return-for-deletion')];
  if (!mayCorrect && !mayDelete) return null;
  const reasons = [
    ...(mayCorrect
      ? reasonsTo('correction').map((one) => ({ ...one, words: `Correct it: ${one.words}` }))
      : []),
    ...(mayDelete ? reasonsTo('deletion').map((one) => ({ ...one, words: `Delete it: ${one.words}` })) : []),
  ];
  return (
    <Details summary="Return it" open={answer.problems.length > 0}>
      <Form action={`/intelligence/items/${item.id}/return`} csrfToken={csrf}>
        <Version item={item} />
        <Select
          {...asked(answer, 'reason')}
          label="Why"
          hint="Somebody else decides whether it is deleted: a manager of the unit."
          items={toChoose(reasons.map(({ code, words }) => ({ value: code, text: words })))}
        />
        <Input
          {...asked(answer, 'why')}
          id="return-why"
          label="What is to be corrected, or why it is to go"
        />
        {mayCorrect && (
          <Input
            {...asked(answer, 'by')}
            label="By which day, where it is to be corrected"
            hint="Like 27/11/2026."
            classes="govuk-input--width-10"
          />
        )}
        <Button classes="govuk-button--secondary">Return it</Button>
      </Form>
    </Details>
  );
};

/** What became of an item that was returned for deletion, and the word of whoever decides. */
export const DeletionPart = (props: ItemProps) => {
  const { item, csrf, own } = props;
  if (item.status !== 'to-delete' && item.status !== 'deleted') return null;
  const decisions = [
    item.status === 'to-delete' && item.returnedBy !== own && { value: 'delete', children: 'Delete it' },
    { value: 'keep', children: 'Keep it: back in the queue' },
  ].filter((one) => one !== false);
  return (
    <>
      <WarningText>
        {item.status === 'deleted'
          ? 'Deleted. Its words go by night; until then it can be kept after all.'
          : 'Returned for deletion. It is used for nothing until a manager has decided.'}{' '}
        {reasonWords(item.returnReason)}. {item.returnedWhy}
      </WarningText>
      {mayDo(props, 'keep') && (
        <Form action={`/intelligence/items/${item.id}/deletion`} csrfToken={csrf}>
          <Version item={item} />
          <Radios
            {...asked(props, 'decision')}
            fieldset={{ legend: 'Is it deleted?' }}
            classes="govuk-radios--small"
            items={decisions}
          />
          <Input {...asked(props, 'decisionWhy')} label="Why (deletion)" />
          <Button>Decide</Button>
        </Form>
      )}
    </>
  );
};

/** Shuts an item to the rest of the unit; for the manager, who reads it and that it is open again. */
export const SensitivePart = (props: ItemProps) => {
  const { item, csrf, officers } = props;
  const answer = stateOf(props, 'sensitive');
  const isManager = props.roles.includes('intelligence-manager');
  if (item.isSensitive && !isManager) return null;
  return (
    <Details
      summary={item.isSensitive ? 'Who reads it' : 'Make it sensitive'}
      open={answer.problems.length > 0}
    >
      <Form action={`/intelligence/items/${item.id}/sensitive`} csrfToken={csrf}>
        <Version item={item} />
        {item.isSensitive ? (
          <>
            <Select
              {...asked(answer, 'act')}
              label="What is done"
              items={toChoose(
                (['name', 'remove', 'end'] as const).map((act) => ({
                  value: act,
                  text: sensitiveActWords[act],
                })),
              )}
            />
            <Select
              {...asked(answer, 'officerId')}
              label="Who (not needed to open it)"
              items={toChoose(officers.map(({ id, name }) => ({ value: id, text: name })))}
            />
          </>
        ) : (
          <>
            <input type="hidden" name="act" value="mark" />
            <p class="govuk-body">
              It leaves the unit’s queue, searches, charts and figures for everybody but the manager
              {isManager ? '' : ', you'} and whom the manager names.
            </p>
          </>
        )}
        <Input {...asked(answer, 'sensitiveWhy')} label="Why (sensitive)" />
        <Button classes="govuk-button--secondary">
          {item.isSensitive ? 'Change who reads it' : 'Make it sensitive'}
        </Button>
      </Form>
    </Details>
  );
};
