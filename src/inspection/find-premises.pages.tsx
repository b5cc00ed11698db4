import { Button, Form, Input, toChoose } from '../platform/ui/index.ts';
import type { PremisesChoice } from './premises.store.ts';

/** Finds premises to choose from by their name, where the list would be too long to show; nothing where it holds them all. */
export const FindPremises = ({ action, find, isMore }: PremisesChoice & { action: string }) =>
  isMore || find ? (
    <Form method="get" action={action} classes="bw-filters">
      <Input
        name="find"
        label="Find premises to choose from"
        hint={
          isMore
            ? 'A part of the name, of the firm’s, or the reference. Only the first 100 are listed.'
            : undefined
        }
        value={find}
      />
      <Button classes="govuk-button--secondary">Find</Button>
    </Form>
  ) : null;

/** The premises as lines of a list to choose from, each with its address: two shops may have one name. */
export const premisesItems = ({ premises }: PremisesChoice, without: readonly string[] = []) =>
  toChoose(
    premises
      .filter(({ id }) => !without.includes(id))
      .map(({ id, tradingName, address }) => ({
        value: id,
        text: address ? `${tradingName}, ${address}` : tradingName,
      })),
  );
