/** Words that end the name of a firm: what it does or what kind of place it is. A run of capitals that ends in one is suggested as a firm. */
export const tradeEndings = new Set(
  (
    'driveways drives paving resin roofing roofs gutters guttering cleaning builders building construction landscapes landscaping gardens ' +
    'groundworks scaffolding plumbing heating electrical windows conservatories kitchens bathrooms flooring carpets plastering decorators ' +
    'joinery fencing insulation solar energy solutions services supplies contractors developments homes lettings estates properties ' +
    'autos motors cars garage tyres bodyworks recovery haulage transport logistics couriers removals skips waste recycling clearance ' +
    'stores store supermarket mart market outlet wholesale imports trading traders bazaar newsagents news wines spirits convenience vapes ' +
    'tobacco takeaway pizza kebab grill bakery butchers dairy cafe restaurant bar tavern inn barbers nails salon clinic pharmacy ' +
    'kennels cattery loans finance capital partners investments holdings exchange claims bailiffs solicitors lottery ' +
    'centre bureau agency commission security enforcement locksmiths access rooms toys phones repairs care plumbers electricians carpentry surfacing tarmac'
  ).split(' '),
);

/** Words with which the name of a place of business begins. */
export const tradeBeginnings = new Set(
  'pizza cafe café caffe hotel club restaurant casa chez taverna trattoria'.split(' '),
);

/** What ends the name of a company by law. */
export const legalEndings = ['ltd', 'limited', 'plc', 'llp', 'cic', 'inc', 'gmbh', 'ltd.'] as const;

/** Words before which no lower-case name of a company reaches back, and that begin none. */
export const notOfName = new Set(
  (
    'the a an and or but of to in on at by from for with his her their its this that these those he she they it we you i is was are were be been has had have ' +
    'runs owns works work worked named called said says paid pays via using company firm business trader seller builder man woman men caller called ' +
    'invoice letter director van lorry boxes who which when where as if so no not very some any each all two three four one'
  ).split(' '),
);

/** Words in capitals that begin a sentence or speak of a person or of the state, and are no part of a firm's name before it. */
export const notAtStart = new Set(
  (
    'he she they it we you i his her their our my this that these those there here when where while after before since if but and or so ' +
    'paid told sold bought seen asked caller neighbour staff payment payments money letter invoice invoices boxes two three four five six one a an ' +
    'mr mrs miss ms dr police officers councillor children tyres fridges toys waste premises adult counterfeit repair company'
  ).split(' '),
);

/** Bodies of the state and places of work of everybody, which are no firm; by the words that they end in or are. */
export const notFirms = new Set(
  (
    'trading standards|consumer advice|home office|companies house|social services|parking enforcement|customer services|emergency services|' +
    'environmental health|citizens advice|adult social care|social care|domestic waste|household waste|motorway services|land registry|border force|' +
    'trading standards services|probation services|the services|town centre|city centre|health centre|leisure centre|shopping centre|community centre|children’s centre|job centre|day centre|contact centre|call centre|driver and vehicle licensing agency|environment agency|gambling commission|charity commission|the bar|the inn|the market|the garage|the store|the stores'
  ).split('|'),
);
