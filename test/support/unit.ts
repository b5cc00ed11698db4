import { afterAll, beforeAll } from 'vitest';
import { openWorld, type Visitor, type World } from './world.ts';

/** An item as `/api/v1` shows it. */
export interface ItemJson {
  id: string;
  version: number;
  status: string;
  paragraphs: { id: string; version: number; grade: { handling: string } | null; legacyWords: string[] }[];
  gradings: { before: unknown; why: string }[];
  twins: { reference: string; shared: string[]; likeness: number | null }[];
}
/** What an answer holds; the shape is the declaration's. */
export const bodyOf = <T>(answer: { json: unknown }): T => answer.json as T; // the shape is the declaration's

/** The intelligence unit at work, and an officer outside it. */
export interface UnitWorld {
  readonly world: World;
  /** Grades and links. */
  readonly imran: Visitor;
  /** The unit’s manager. */
  readonly morag: Visitor;
  /** An officer outside the wall. */
  readonly olu: Visitor;
  /** Puts an item into the queue. */
  add(body: object): Promise<ItemJson>;
}

/** Opens a world before the tests of a file and closes it after them. */
export function unitWorld(name: string): UnitWorld {
  let opened: Omit<UnitWorld, 'add'> | undefined;
  const now = () => {
    if (!opened) throw new Error('The world is opened before the tests, not before the file is read.');
    return opened;
  };
  beforeAll(async () => {
    const world = await openWorld({ name });
    const [imran, morag, olu] = [
      await world.as('imran.intel'),
      await world.as('morag.manager'),
      await world.as('olu.officer'),
    ];
    opened = { world, imran, morag, olu };
  });
  afterAll(() => opened?.world.close());
  return {
    get world() {
      return now().world;
    },
    get imran() {
      return now().imran;
    },
    get morag() {
      return now().morag;
    },
    get olu() {
      return now().olu;
    },
    add: async (body) =>
      bodyOf(
        await now().imran.api('POST', '/api/v1/intelligence/items', { receivedHow: 'complaint', ...body }),
      ),
  };
}
