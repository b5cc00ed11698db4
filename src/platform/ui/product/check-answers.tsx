import { SummaryList } from '../content/summary-list.tsx';
import { type Content, hasContent } from '../markup.ts';

/** One question as it was answered. */
export interface Answer {
  readonly question: string;
  readonly answer: Content;
  /** Where it can be changed; left out, it cannot. */
  readonly changeHref?: string | undefined;
  /** How the question reads after "Change"; falls back to the question in small letters. */
  readonly changeWords?: string | undefined;
}

/** A group of answers. */
export interface AnswerSection {
  readonly title?: string | undefined;
  readonly answers: readonly Answer[];
}

/** Props of {@link CheckAnswers}. */
export interface CheckAnswersProps {
  readonly sections: readonly AnswerSection[];
}

/** Every answer given, each with the way to change it, before it is sent. */
export function CheckAnswers({ sections }: CheckAnswersProps) {
  return (
    <>
      {sections.map((section) => (
        <SummaryList
          card={section.title ? { title: section.title } : undefined}
          rows={section.answers.map((answer) => ({
            key: answer.question,
            value: hasContent(answer.answer) ? answer.answer : 'Not given',
            actions: answer.changeHref
              ? {
                  items: [
                    {
                      href: answer.changeHref,
                      children: 'Change',
                      visuallyHiddenText: answer.changeWords ?? answer.question.toLowerCase(),
                    },
                  ],
                }
              : undefined,
          }))}
        />
      ))}
    </>
  );
}
