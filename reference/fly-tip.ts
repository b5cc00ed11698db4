/** Words for a fly-tip, in the order that the national return lists them. The size list is general knowledge: confirm. */
export interface FlyTipWord {
  code: string;
  name: string;
}

const words = (text: string): FlyTipWord[] =>
  text.split(';').map((name) => ({
    code: name
      .trim()
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-'),
    name: name.trim(),
  }));

export const flyTipSizes: readonly FlyTipWord[] = words(
  'Single black bag; Single item; Car boot or less; Small van load; Transit van load; Tipper lorry load; Significant or multiple loads',
);

export const flyTipLandTypes: readonly FlyTipWord[] = words(
  'Highway; Footpath or bridleway; Back alleyway; Railway; Council land; Agricultural; Private or residential; Commercial or industrial; Watercourse or bank; Other',
);

export const flyTipWasteTypes: readonly FlyTipWord[] = words(
  'Household black bags; Household other; Commercial black bags; Commercial other; Construction, demolition or excavation; White goods; Other electrical; Tyres; Vehicle parts; Green; Asbestos; Clinical; Chemical drums, oil or fuel; Animal carcass; Other unidentified',
);

/** The ladder of answers, from looking into it to court. */
export const flyTipActions: readonly FlyTipWord[] = words(
  'Investigation; Warning letter; Fixed penalty notice; Caution; Statutory notice; Duty of care inspection; Stop and search of vehicle; Vehicle seized; Injunction; Prosecution',
);
