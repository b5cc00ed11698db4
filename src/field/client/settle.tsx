import { asked, Radios, Textarea, typedIn } from '../../platform/ui/index.ts';
import { CaptureForm, clockWords, goTo, type Typed, textOf } from './kit.tsx';
import type { Conflict, Item, Problem } from './model.ts';
import { changeItem } from './queue.ts';
import { Drop } from './queue-pages.tsx';
import { send } from './sender.ts';

/** Both values side by side, and the choice between them: nothing was overwritten, and what is set aside stays in the history. */
export function Settle({ item, conflict }: { item: Item; conflict: Conflict }) {
  const mine = textOf(item.typed, 'resultWords');
  const isMineDone = textOf(item.typed, 'isDone') === 'yes';
  const onKeep = async (typed: Typed): Promise<readonly Problem[]> => {
    const choice = textOf(typed, 'choice');
    const third = textOf(typed, 'third');
    if (choice === '') return [{ field: 'choice', words: 'Choose which result stands' }];
    if (choice === 'third' && third.length < 3)
      return [{ field: 'third', words: 'Enter the result that stands' }];
    const resultWords = choice === 'third' ? third : mine;
    const isDone =
      choice === 'third' ? textOf(typed, 'isDone') || (isMineDone ? 'yes' : 'no') : item.typed.isDone;
    const body = {
      ...item.body,
      ...{ result: { version: conflict.version, isDone, resultWords }, setAside: mine },
      isTheirs: choice === 'theirs',
    };
    // What was typed first stays: should the record move on again, it is still this writer's value.
    await changeItem(item, 'waiting', { body, conflict: undefined });
    goTo('#/queue');
    void send();
    return [];
  };
  return (
    <>
      <p class="govuk-body">
        {conflict.reference} moved on after you took it along. Nothing was overwritten: choose what stands.
        What is set aside stays in its history.
      </p>
      <div class="bw-field__pair">
        <section aria-label="Yours">
          <h2 class="govuk-heading-s">Yours</h2>
          <p class="govuk-body">
            {isMineDone ? 'Done' : 'Not done'}, written at {clockWords(item.capturedAt)}
          </p>
          <blockquote class="govuk-body">{mine}</blockquote>
        </section>
        <section aria-label="Theirs">
          <h2 class="govuk-heading-s">Theirs</h2>
          <p class="govuk-body">
            {conflict.statusWords}
            {conflict.by && `, ${conflict.by}`}
            {conflict.at && ` at ${clockWords(conflict.at)}`}
          </p>
          <blockquote class="govuk-body">{conflict.words ?? 'No result was given.'}</blockquote>
        </section>
      </div>
      <CaptureForm initial={{}} button="Settle it" onKeep={onKeep}>
        {(state) => (
          <>
            <Radios
              {...asked(state, 'choice')}
              fieldset={{ legend: { children: 'Which stands?', classes: 'govuk-fieldset__legend--m' } }}
              items={[
                { value: 'theirs', children: 'Theirs stands, and mine is set aside' },
                conflict.mayReplace && { value: 'mine', children: 'Mine stands, and theirs is set aside' },
                conflict.mayReplace && { value: 'third', children: 'Neither: I write what stands' },
              ]}
            />
            {typedIn(state, 'choice') === 'third' && (
              <>
                <Radios
                  {...asked(state, 'isDone', isMineDone ? 'yes' : 'no')}
                  fieldset={{ legend: { children: 'Was it done?' } }}
                  items={[
                    { value: 'yes', children: 'Yes' },
                    { value: 'no', children: 'No, or not all of it' },
                  ]}
                />
                <Textarea {...asked(state, 'third')} label="What was done, and what came of it" rows={5} />
              </>
            )}
          </>
        )}
      </CaptureForm>
      {!conflict.mayReplace && (
        <p class="govuk-body">It is not yours to answer any more, so yours cannot stand in its place.</p>
      )}
      <Drop item={item} />
    </>
  );
}
