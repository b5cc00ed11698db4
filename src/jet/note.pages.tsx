import type { Viewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  type FormState,
  HiddenFields,
  Input,
  RecordPage,
  SummaryList,
  Tag,
  Textarea,
} from '../platform/ui/index.ts';
import { TeamNav } from './jet.nav.tsx';
import { type NoteStep, noteStatusWords, noteSteps, type PracticeNote } from './note.store.ts';

/** Practice notes of the Enforcement Group. */
export const NotesPage = ({
  viewer,
  notes,
  mayPropose,
}: {
  viewer: Viewer;
  notes: readonly PracticeNote[];
  mayPropose: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Practice notes</h1>
    <TeamNav viewer={viewer} here="/teams/notes" />
    {mayPropose && (
      <p class="govuk-body">
        <a class="govuk-link" href="/teams/notes/new">
          Propose a note
        </a>
      </p>
    )}
    <DataTable
      caption="How the Enforcement Group reads a rule, so that every team reads it alike"
      rows={notes}
      columns={[
        {
          heading: 'Note',
          cell: ({ id, title }) => (
            <a class="govuk-link" href={`/teams/notes/${id}`}>
              {title}
            </a>
          ),
        },
        { heading: 'Question', cell: ({ question }) => question },
        { heading: 'Kept by', cell: ({ agencyName }) => agencyName },
        { heading: 'Agreed', cell: ({ agreedOn }) => (agreedOn ? <Day day={agreedOn} /> : '–') },
        { heading: 'Stands', cell: ({ status }) => <Tag>{noteStatusWords[status]}</Tag> },
      ]}
      empty={{
        title: 'No note yet',
        children: 'A question about how a rule is to be read, and what the group agreed.',
      }}
    />
  </>
);

export const NoteForm = (props: FormState & { csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Propose a practice note</h1>
    <Form action="/teams/notes" csrfToken={props.csrf}>
      <Input {...asked(props, 'title')} label="Title" />
      <Textarea
        {...asked(props, 'question')}
        label="Question"
        hint="Of a rule. No case, no person."
        rows={2}
      />
      <Textarea {...asked(props, 'answer')} label="How it should be read" rows={5} />
      <Input {...asked(props, 'basis')} label="Law or guidance (optional)" />
      <Button>Propose it</Button>
    </Form>
  </>
);

/** One note and its steps. */
export const NotePage = ({ note, csrf, mayStep }: { note: PracticeNote; csrf: string; mayStep: boolean }) => {
  const [step] = (Object.keys(noteSteps) as NoteStep[]).filter(
    (each) => noteSteps[each].from === note.status,
  ); // the keys of the table
  return (
    <RecordPage
      kind={`Practice note ${note.reference}`}
      name={note.title}
      facts={[
        { label: 'Stands', value: noteStatusWords[note.status] },
        { label: 'Kept by', value: note.agencyName },
        ...(note.agreedOn ? [{ label: 'Agreed', value: <Day day={note.agreedOn} /> }] : []),
      ]}
      sections={[
        {
          id: 'note',
          title: 'Note',
          children: (
            <SummaryList
              rows={[
                { key: 'Question', value: note.question },
                { key: 'Answer', value: note.answer },
                note.basis !== '' && { key: 'Law or guidance', value: note.basis },
              ]}
            />
          ),
        },
      ]}
      actions={
        mayStep && step ? (
          <Form action={`/teams/notes/${note.id}`} csrfToken={csrf}>
            <HiddenFields values={{ version: note.version, noteStep: step }} />
            <Button>{noteSteps[step].button}</Button>
          </Form>
        ) : undefined
      }
    />
  );
};
