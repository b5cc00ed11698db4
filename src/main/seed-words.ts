/** What partners do about a nominated place, in the words minutes use. */
export const works = [
  {
    decided: 'Agreed that the site is cleared and made harder to reach.',
    title: 'Clear the site and fit a height barrier',
    expected: 'Site clear, barrier fitted, photographs before and after',
    result: 'Cleared; barrier fitted. No new tipping at the last check.',
  },
  {
    decided: 'Agreed on joint patrols at the times people report.',
    title: 'Joint patrols on Friday and Saturday evenings',
    expected: 'Six patrols with a note of each',
    result: 'Six patrols made; two groups moved on and one warning given.',
  },
  {
    decided: 'Agreed to visit all premises nearby about their waste.',
    title: 'Visit traders nearby about their waste contracts',
    expected: 'Each trader seen and what they showed',
    result: 'Nine traders seen; two had no contract and have one now.',
  },
  {
    decided: 'Agreed to write to every household in the street.',
    title: 'Letter to households with the rules and whom to tell',
    expected: 'Letter delivered',
    result: 'Letter delivered to 64 households.',
  },
  {
    decided: 'Agreed to put a camera up for eight weeks.',
    title: 'Camera at the place for eight weeks',
    expected: 'What it showed',
    result: 'Two vehicles identified and passed to the enforcement team.',
  },
  {
    decided: 'Agreed to ask the landlord to light the path.',
    title: 'Ask the landlord to repair the lights',
    expected: 'Date for the repair',
    result: 'The lights were repaired the week after.',
  },
] as const;
/** Why a service could not take a task. */
export const refusals = [
  'The land is not ours: it belongs to the landlord, who should be asked.',
  'We have nobody on shift at those times before spring.',
] as const;
/** Why a task came to nothing. */
export const failures = [
  'The contractor did not come; a new date is being sought.',
  'The owner has not answered two letters.',
] as const;
