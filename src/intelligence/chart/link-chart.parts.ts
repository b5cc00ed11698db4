/** An element as it is drawn; x and y in the layout's own lengths, the size in CSS pixels. */
export interface Mark {
  x: number;
  y: number;
  size: number;
  colour: string;
  name: string;
  /** What is named first where there is room for few names. */
  weight: number;
}

/** What a picture shows, and whom it tells that a mark was pressed. */
export interface PictureParts {
  marks: readonly Mark[];
  lines: readonly (readonly [number, number])[];
  /** 1 where a mark is not shown for now: the slider took it away. */
  off: Uint8Array;
  /** Marks that stay where somebody put them. */
  pinned: ReadonlySet<number>;
  /** Marks of the way that was asked for, in its order. */
  way: readonly number[];
  /** Marks that each is tied to. */
  near: readonly (readonly number[])[];
  chosen(at: number): void;
}
