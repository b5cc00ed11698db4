import type { Block, PrintedDocument } from '../platform/documents/model.ts';
import { SummaryList, Table } from '../platform/ui/index.ts';

/** A paper on the screen: the same blocks that are printed, so that what is shown is what is sent. */
export const PaperView = ({ paper }: { paper: PrintedDocument }) => (
  <div class="bw-paper">
    <p class="govuk-body-s">
      <strong>{paper.marking}</strong>
    </p>
    {paper.blocks.map((block) => (
      <BlockView block={block} />
    ))}
  </div>
);

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      // One down from the page's own headings, which this stands under.
      return block.level === 1 ? (
        <h4 class="govuk-heading-m">{block.text}</h4>
      ) : (
        <h5 class="govuk-heading-s">{block.text}</h5>
      );
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
