import { useState } from 'preact/hooks';
import { asked, Radios, Textarea } from '../../platform/ui/index.ts';
import { CaptureForm, Page, type Typed } from './kit.tsx';
import { type FormProps, Gone, keep, need, Refusal } from './small-forms.tsx';

/** The result of a task, made from the version that was taken along. */
export function Result({ day, taskId, mending }: FormProps & { taskId: string }) {
  const task = day.tasks.find(({ id }) => id === taskId);
  const was = mending?.body.result as { version: number } | undefined; // as this form put it
  // What the writer saw when they began decides, and not what came in beneath the form.
  const [version] = useState(was?.version ?? task?.version);
  if (!task) return <Gone what="This task is not among today’s." />;
  const onKeep = async (typed: Typed) => {
    const problems = need(typed, {
      ...{ isDone: 'Say whether it was done', resultWords: 'Enter what was done and what came of it' },
    });
    if (problems.length > 0) return problems;
    const { isDone, resultWords } = typed;
    return keep(
      {
        ...{ kind: 'task-result', title: `Result of ${task.reference}`, typed, form: `#/result/${task.id}` },
        body: { taskId: task.id, result: { version, isDone, resultWords } },
      },
      mending,
    );
  };
  return (
    <Page title="Give the result" caption={`${task.reference}: ${task.title}`} back>
      <Refusal mending={mending} />
      <CaptureForm
        initial={mending?.typed ?? {}}
        problems={mending?.refusal?.problems}
        button="Keep it"
        onKeep={onKeep}
      >
        {(state) => (
          <>
            <Radios
              {...asked(state, 'isDone')}
              fieldset={{ legend: { children: 'Was it done?' } }}
              items={[
                { value: 'yes', children: 'Yes' },
                { value: 'no', children: 'No, or not all of it' },
              ]}
            />
            <Textarea {...asked(state, 'resultWords')} label="What was done, and what came of it" rows={5} />
          </>
        )}
      </CaptureForm>
    </Page>
  );
}

/** A note on a task. */
export function Note({ day, taskId, mending }: FormProps & { taskId: string }) {
  const task = day.tasks.find(({ id }) => id === taskId);
  if (!task) return <Gone what="This task is not among today’s." />;
  const onKeep = async (typed: Typed) => {
    const problems = need(typed, { words: 'Enter the note' });
    if (problems.length > 0) return problems;
    return keep(
      {
        ...{ kind: 'task-note', title: `Note on ${task.reference}`, typed, form: `#/note/${task.id}` },
        body: { taskId: task.id, note: { words: typed.words } },
      },
      mending,
    );
  };
  return (
    <Page title="Write a note" caption={`${task.reference}: ${task.title}`} back>
      <Refusal mending={mending} />
      <CaptureForm
        initial={mending?.typed ?? {}}
        problems={mending?.refusal?.problems}
        button="Keep it"
        onKeep={onKeep}
      >
        {(state) => <Textarea {...asked(state, 'words')} label="What was seen or tried" rows={5} />}
      </CaptureForm>
    </Page>
  );
}
