import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { type Block, type Column, type PrintedDocument, shares } from './model.ts';

const fonts = createRequire(import.meta.url);
const fontFile = (name: string): string => fonts.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const margin = 56;
const sizes = { 1: 18, 2: 14, 3: 12 } as const;
const bodySize = 10.5;
const gap = 6;

type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** The paper as a tagged PDF in English, with its fonts inside. The same document gives the same bytes. */
export async function toPdf(document: PrintedDocument): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin + 24, bottom: margin + 24, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: document.title,
      Author: document.author,
      CreationDate: document.asAt,
      ModDate: document.asAt,
    },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve());
    pdf.on('error', reject);
  });
  pdf.registerFont('body', fontFile('DejaVuSans'));
  pdf.registerFont('strong', fontFile('DejaVuSans-Bold'));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of [{ kind: 'heading', level: 1, text: document.title } as const, ...document.blocks])
    draw(pdf, root, block);
  root.end();
  markPages(pdf, document.marking);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

const width = (pdf: Pdf): number => pdf.page.width - 2 * margin;
const foot = (pdf: Pdf): number => pdf.page.height - pdf.page.margins.bottom;

/** Starts a new page when a piece of this height would not fit. */
function room(pdf: Pdf, height: number): void {
  if (pdf.y + height > foot(pdf)) pdf.addPage();
}

function tagged(pdf: Pdf, parent: Structure, tag: string, paint: () => void): void {
  parent.add(pdf.struct(tag, {}, paint));
}

function draw(pdf: Pdf, root: Structure, block: Block): void {
  pdf.x = margin;
  switch (block.kind) {
    case 'heading':
      // A heading is never left alone at the foot of a page.
      room(pdf, sizes[block.level] * 3.5);
      if (block.level > 1) pdf.moveDown(0.5);
      tagged(pdf, root, `H${block.level}`, () =>
        pdf
          .font('strong')
          .fontSize(sizes[block.level])
          .text(block.text, margin, pdf.y, { width: width(pdf) }),
      );
      pdf.y += gap;
      return;
    case 'paragraph':
      tagged(pdf, root, 'P', () =>
        pdf
          .font(block.isStrong ? 'strong' : 'body')
          .fontSize(bodySize)
          .text(block.text, margin, pdf.y, { width: width(pdf) }),
      );
      pdf.y += gap;
      return;
    case 'address':
      tagged(pdf, root, 'P', () =>
        pdf
          .font('body')
          .fontSize(bodySize)
          .text(block.lines.join('\n'), margin, pdf.y, { width: width(pdf) }),
      );
      pdf.y += gap * 2;
      return;
    case 'list':
      drawList(pdf, root, block.items);
      return;
    case 'facts':
      drawRows(
        pdf,
        root,
        [
          { heading: '', width: 1 },
          { heading: '', width: 2 },
        ],
        block.rows.map((row) => [row.key, row.value]),
        'facts',
      );
      return;
    case 'table':
      if (block.caption)
        tagged(pdf, root, 'P', () =>
          pdf
            .font('strong')
            .fontSize(bodySize)
            .text(block.caption ?? '', margin, pdf.y, { width: width(pdf) }),
        );
      drawRows(pdf, root, block.columns, block.rows, 'table');
      return;
    case 'page-break':
      pdf.addPage();
  }
}

function drawList(pdf: Pdf, root: Structure, items: readonly string[]): void {
  const list = pdf.struct('L');
  root.add(list);
  for (const item of items) {
    const line = pdf.struct('LI');
    list.add(line);
    tagged(pdf, line, 'LBody', () =>
      pdf
        .font('body')
        .fontSize(bodySize)
        .text(`•  ${item}`, margin + 8, pdf.y, { width: width(pdf) - 8 }),
    );
    line.end();
    pdf.y += gap / 2;
  }
  list.end();
  pdf.y += gap;
}

interface Sheet {
  widths: readonly number[];
  columns: readonly Column[];
  kind: 'table' | 'facts';
}

function drawRows(
  pdf: Pdf,
  root: Structure,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  kind: 'table' | 'facts',
): void {
  const whole = pdf.struct('Table');
  root.add(whole);
  const sheet: Sheet = { widths: shares(columns).map((share) => share * width(pdf)), columns, kind };
  if (kind === 'table')
    drawRow(
      pdf,
      whole,
      sheet,
      columns.map((column) => column.heading),
      true,
    );
  for (const row of rows) {
    const before = pdf.bufferedPageRange().count;
    room(pdf, heightOf(pdf, sheet, row, false));
    // The headings again on the next page, for the eye only: a reader is told them once.
    if (kind === 'table' && pdf.bufferedPageRange().count > before)
      drawRow(
        pdf,
        undefined,
        sheet,
        columns.map((column) => column.heading),
        true,
      );
    drawRow(pdf, whole, sheet, row, false);
  }
  whole.end();
  pdf.x = margin;
  pdf.y += gap * 1.5;
}

const isStrong = (sheet: Sheet, column: number, isHead: boolean): boolean =>
  isHead || (sheet.kind === 'facts' && column === 0);

function heightOf(pdf: Pdf, sheet: Sheet, cells: readonly string[], isHead: boolean): number {
  const heights = cells.map((cell, i) =>
    pdf
      .font(isStrong(sheet, i, isHead) ? 'strong' : 'body')
      .fontSize(bodySize - 1)
      .heightOfString(cell || ' ', { width: (sheet.widths[i] ?? 0) - 8 }),
  );
  return Math.max(...heights) + 8;
}

function drawRow(
  pdf: Pdf,
  parent: Structure | undefined,
  sheet: Sheet,
  cells: readonly string[],
  isHead: boolean,
): void {
  const height = heightOf(pdf, sheet, cells, isHead);
  const top = pdf.y;
  const row = parent ? pdf.struct('TR') : undefined;
  if (row) parent?.add(row);
  let left = margin;
  cells.forEach((cell, i) => {
    const x = left + 4;
    const paint = () =>
      pdf
        .font(isStrong(sheet, i, isHead) ? 'strong' : 'body')
        .fontSize(bodySize - 1)
        .text(cell || ' ', x, top + 4, {
          width: (sheet.widths[i] ?? 0) - 8,
          align: sheet.columns[i]?.isNumber ? 'right' : 'left',
        });
    if (row) tagged(pdf, row, isStrong(sheet, i, isHead) ? 'TH' : 'TD', paint);
    else artifact(pdf, paint);
    left += sheet.widths[i] ?? 0;
  });
  row?.end();
  artifact(pdf, () => {
    pdf
      .moveTo(margin, top + height)
      .lineTo(margin + width(pdf), top + height)
      .lineWidth(isHead ? 1 : 0.5)
      .strokeColor('#505a5f')
      .stroke();
  });
  pdf.y = top + height;
}

/** Decoration that a screen reader passes over. */
function artifact(pdf: Pdf, paint: () => void): void {
  pdf.markContent('Artifact');
  paint();
  pdf.endMarkedContent();
}

/** Marking at the top and the foot, and which page of how many, once all pages are known. */
function markPages(pdf: Pdf, marking: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    pdf.switchToPage(i);
    // Outside the margins pdfkit would start a new page by itself.
    const { top, bottom } = pdf.page.margins;
    pdf.page.margins.top = 0;
    pdf.page.margins.bottom = 0;
    artifact(pdf, () => {
      pdf.font('strong').fontSize(9);
      pdf.text(marking, margin, 36, { width: width(pdf), align: 'center', lineBreak: false });
      pdf.text(marking, margin, pdf.page.height - 60, {
        width: width(pdf),
        align: 'center',
        lineBreak: false,
      });
      pdf.font('body').text(`Page ${i - start + 1} of ${count}`, margin, pdf.page.height - 46, {
        width: width(pdf),
        align: 'center',
        lineBreak: false,
      });
    });
    pdf.page.margins.top = top;
    pdf.page.margins.bottom = bottom;
  }
}
