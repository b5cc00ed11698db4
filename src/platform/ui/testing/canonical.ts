import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser';

/** Elements that run on in a line of words; a space beside any other is not seen. */
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'kbd', 'span', 'strong', 'time']);

/** Stands for the edge of a block, where space is not seen. No example holds it. */
const edge = '\u241e';

function attributeLines(element: HTMLElement): string {
  return Object.entries(element.attributes)
    .map(([name, value]) => {
      const lower = name.toLowerCase();
      const shown =
        lower === 'class'
          ? [...new Set(value.split(/\s+/).filter(Boolean))].join(' ')
          : value.replace(/\s+/g, ' ');
      return ` ${lower}="${shown}"`;
    })
    .sort()
    .join('');
}

function lines(node: Node, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  if (node.nodeType === NodeType.TEXT_NODE) {
    const text = node.text.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [`${indent}${text}`];
  }
  if (!(node instanceof HTMLElement)) return [];
  const inside = node.childNodes.flatMap((child) => lines(child, depth + 1));
  if (!node.rawTagName) return inside;
  return [`${indent}<${node.rawTagName.toLowerCase()}${attributeLines(node)}>`, ...inside];
}

function spoken(node: Node): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text;
  if (!(node instanceof HTMLElement)) return '';
  const inside = node.childNodes.map(spoken).join('');
  return inline.has(node.rawTagName?.toLowerCase() ?? '') ? inside : `${edge}${inside}${edge}`;
}

/** The words alone, with a space only where one would be seen: two words run together, or torn apart, show here. */
function words(root: Node): string {
  return spoken(root)
    .replace(/\s+/g, ' ')
    .replaceAll(new RegExp(` ?${edge}[ ${edge}]*`, 'g'), '\n')
    .trim();
}

/** A form of the mark-up in which only differences a browser would act on remain. */
export function canonical(html: string): string {
  const root = parse(html, { comment: false });
  return [...root.childNodes.flatMap((child) => lines(child, 0)), '---', words(root)].join('\n');
}
