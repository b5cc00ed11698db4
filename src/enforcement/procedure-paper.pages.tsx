import type { Block, PrintedDocument } from '../platform/documents/model.ts';
import { SummaryList, Table } from '../platform/ui/index.ts';

/** A paper on the screen: the same blocks that are printed, so that what is shown is what is sent. */
export const PaperView = ({ paper, under = 3 }: { paper: PrintedDocument; under?: 2 | 3 }) => (
  <div class="bw-paper">
    <p class="govuk-body-s">
      <strong>{paper.marking}</strong>
    </p>
    {paper.blocks.map((block) => (
      <BlockView block={block} under={under} />
    ))}
  </div>
);

/** `under`: level of the page's own heading that the paper stands under, which its headings follow. */
function BlockView({ block, under }: { block: Block; under: 2 | 3 }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h3', 'h4', 'h5', 'h6'] as const)[under - 2 + block.level - 1] ?? 'h6';
      return (
        <Heading class={block.level === 1 ? 'govuk-heading-m' : 'govuk-heading-s'}>{block.text}</Heading>
      );
    }
    case 'paragraph':
      return <p class="govuk-body">{block.isStrong ? <strong>{block.text}</strong> : block.text}</p>;
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return <SummaryList rows={block.rows.map((row) => ({ key: row.key, value: row.value }))} />;
    case 'address':
      return (
        <p class="govuk-body">
          {block.lines.map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </p>
      );
    case 'table':
      return (
        <Table
          caption={block.caption}
          head={block.columns.map((column) => ({ children: column.heading }))}
          rows={block.rows.map((row) => row.map((cell) => ({ children: cell })))}
        />
      );
    case 'page-break':
      return <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />;
  }
}
