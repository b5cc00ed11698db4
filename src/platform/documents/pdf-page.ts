import type { PrintedDocument } from './model.ts';

export type Pdf = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

/** Sizes in points. */
export const margin = 56;
export const bodySize = 10.5;
export const gap = 6;
export const width = (pdf: Pdf): number => pdf.page.width - 2 * margin;

/** Paints a piece that a screen reader is told of, under its parent. */
export function tagged(pdf: Pdf, parent: Structure, tag: string, paint: () => void): void {
  parent.add(pdf.struct(tag, {}, paint));
}

/** Who the paper comes from, and how to reach them. */
export function letterhead(pdf: Pdf, root: Structure, { author, contact = [] }: PrintedDocument): void {
  tagged(pdf, root, 'P', () =>
    pdf
      .font('strong')
      .fontSize(bodySize)
      .text(author, margin, pdf.y, { width: width(pdf) }),
  );
  if (contact.length > 0)
    tagged(pdf, root, 'P', () =>
      pdf
        .font('body')
        .fontSize(bodySize - 1)
        .text(contact.join('\n'), margin, pdf.y, { width: width(pdf) }),
    );
  pdf.y += gap * 3;
}

/** Decoration that a screen reader passes over. */
export function artifact(pdf: Pdf, paint: () => void): void {
  pdf.markContent('Artifact');
  paint();
  pdf.endMarkedContent();
}

/** Marking at the top and the foot, and which page of how many of which paper, once all pages are known. */
export function markPages(pdf: Pdf, { marking, title }: PrintedDocument): void {
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
      pdf.font('body').text(`${title} · page ${i - start + 1} of ${count}`, margin, pdf.page.height - 46, {
        width: width(pdf),
        align: 'center',
        lineBreak: false,
      });
    });
    pdf.page.margins.top = top;
    pdf.page.margins.bottom = bottom;
  }
}
