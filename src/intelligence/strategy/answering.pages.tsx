import { Tag } from '../../platform/ui/index.ts';
import type { Answering } from './answering.store.ts';
import { kindWords, strategyPath } from './strategy.pages.tsx';

/** Why an item is taken to answer a priority, in words. */
export const answeringWords = ({ requirements, kinds }: Answering): string =>
  [
    requirements.length > 0 && `it answers ${requirements.join(', ')}, as somebody said`,
    kinds.length > 0 && `by its words: ${kindWords(kinds)}`,
  ]
    .filter(Boolean)
    .join('; ');

/** The highest priority of the control strategy that an item of the queue answers. */
export const AnsweringTag = ({ answering }: { answering: readonly Answering[] }) => {
  const [first] = answering;
  return first ? (
    <Tag classes="govuk-tag--turquoise">
      {`Strategy ${first.position}`}
      <span class="govuk-visually-hidden">{`: ${first.title}`}</span>
    </Tag>
  ) : null;
};

/** What an item answers: requirements that somebody tied to it, and priorities that hold today. */
export const AnswersPart = (props: {
  requirements: readonly { id: string; reference: string; question: string }[];
  answering: readonly Answering[];
}) => (
  <section>
    <h2 class="govuk-heading-m">What it answers</h2>
    {props.requirements.length + props.answering.length === 0 ? (
      <p class="govuk-body">
        No requirement and no priority of the control strategy, as far as anybody said.
      </p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {props.requirements.map(({ id, reference, question }) => (
          <li>
            <a class="govuk-link" href={`/intelligence/requirements/${id}`}>
              {reference}
            </a>
            : {question}
          </li>
        ))}
        {props.answering.map((one) => (
          <li>
            <a class="govuk-link" href={strategyPath}>
              {`Priority ${one.position} of the control strategy`}
            </a>
            {`: ${one.title} (${answeringWords(one)})`}
          </li>
        ))}
      </ul>
    )}
  </section>
);
