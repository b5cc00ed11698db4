import { InsetText, Instant } from '../platform/ui/index.ts';
import type { Hold } from './hold.store.ts';

/** Says on a record that it is held, by whom and why; nothing where it is not. */
export const HeldNotice = ({ hold }: { hold: Hold | undefined }) =>
  hold ? (
    <InsetText>
      Legal hold: this record is kept, whatever its time. {hold.why} ({hold.setByName},{' '}
      <Instant at={hold.setAt} />)
    </InsetText>
  ) : null;
