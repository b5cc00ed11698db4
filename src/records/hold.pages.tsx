import type { Work } from '../platform/http/work.ts';
import { type Content, InsetText, Instant } from '../platform/ui/index.ts';
import { type Hold, type HoldKind, holdOn, isLetGo } from './hold.store.ts';

/** Says on a record that it is held, by whom and why; nothing where it is not. */
export const HeldNotice = ({ hold }: { hold: Hold | undefined }) =>
  hold ? (
    <InsetText>
      Legal hold: this record is kept, whatever its time. {hold.why} ({hold.setByName},{' '}
      <Instant at={hold.setAt} />)
    </InsetText>
  ) : null;

/** Says on a record that was emptied why it is. */
export const LetGoNotice = () => (
  <InsetText>
    Its time has come: words, names and papers are no longer kept. Days and numbers stay for the figures.
  </InsetText>
);

/** The page of a record under the notice that the viewer's own agency holds it, or that it was let go; else as it is. */
export const withHold = async (work: Work, kind: HoldKind, recordId: string, body: Content) => (
  <>
    <HeldNotice hold={await holdOn(work, kind, recordId)} />
    {(await isLetGo(work, recordId)) && <LetGoNotice />}
    {body}
  </>
);
