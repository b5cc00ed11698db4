/** What a column holds, as far as linkage cares. A birth in parts is one piece of evidence, as latitude and longitude are. */
export const fieldKinds = [
  'forename',
  'middle-name',
  'surname',
  'full-name',
  'birth-date',
  'birth-year',
  'birth-month',
  'birth-day',
  'event-date',
  'sex',
  'address',
  'town',
  'postcode',
  'latitude',
  'longitude',
  'phone',
  'email',
  'company',
  'plate',
  'identifier',
  'number',
  'category',
  'word',
  'text',
  'list',
  'ignore',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** What was made of one column, and why. */
export interface Recognised {
  column: string;
  kind: FieldKind;
  why: string;
}

/** What a column's name says alone: the first row that fits. Lower case, words joined by `_`. */
export const byName: readonly (readonly [RegExp, FieldKind])[] = [
  [
    /^(cluster|cluster_?id|ground_?truth|truth|label|entity_?id|true_?id|leuven_id|match_?id|is_match)$/,
    'ignore',
  ],
  // The same among other words: «label_true», «true_cluster», «gold_entity», «duplicate_of».
  [
    /(^|_)(true|truth|gold|golden)_(\w+_)?(id|label|cluster|entity|group|match|name|value)$|(^|_)(label|cluster|entity|group|match)_(true|truth|gold)$|^(canonical|master|golden)_?(id|record|record_id)$|^(is_)?(dup|duplicate)(_of|_id)?$|^cluster_?(no|num|number|label)$/,
    'ignore',
  ],
  [
    /^(unique_?id|rec(ord)?_?id|row_?id|row_?(no|num|number)|id|uuid|guid|index|person_?id|source_?id|case_?(id|ref)|ref(erence)?|seq(uence)?)$/,
    'ignore',
  ],
  [/^(source|source_?(dataset|system|list)|dataset|list|agency|origin|feed)$/, 'ignore'],
  [
    /^(full_?name|name_?full|person_?name|first_and_surname|victim_?name|suspect_?name|customer_?name|client_?name|contact_?name|names?)$/,
    'full-name',
  ],
  [
    /^(fore_?names?|first_?names?|given_?names?|fname|christian_?names?|first|given|name_?first|first_?name_?1)$/,
    'forename',
  ],
  [/^(middle_?names?|second_?names?|other_?names?|middle|mname|middle_?initials?)$/, 'middle-name'],
  [/^(surname|last_?names?|family_?names?|lname|sname|last|family|name_?last|second_?surname)$/, 'surname'],
  [
    /^(dob|d_?o_?b|date_?of_?birth|birth_?date|born|birth_?dt|dt_?birth|year_?of_?birth|birth_?year|yob)$/,
    'birth-date',
  ],
  [/^(by|b(irth)?_?(year|yr|yy+)|birth_?y|dob_?(year|yr|y+)|year_?born)$/, 'birth-year'],
  [
    /^(bm|b(irth)?_?(month|mon|mth|mm)|birth_?m|dob_?(month|mon|mth|m+)|month_?of_?birth|month_?born)$/,
    'birth-month',
  ],
  [/^(bd|b(irth)?_?(day|dd)|birth_?d|dob_?(day|d+)|day_?of_?birth|day_?born)$/, 'birth-day'],
  [
    /^(client|tenant|occupier|resident|customer|patient|applicant|complainant|victim|householder)s?$/,
    'full-name',
  ],
  [/^(sex|gender)$/, 'sex'],
  [/^(post_?code.*|pcode|pc|zip|zip_?code|postal_?code)$/, 'postcode'],
  [/^(lat|latitude|geo_?lat)$/, 'latitude'],
  [/^(lng|lon|long|longitude|geo_?(lng|lon|long))$/, 'longitude'],
  [/(^|_)(e_?mail|email_?address|mail)(_|$|\d)/, 'email'],
  [/(^|_)(phone|telephone|tel|mobile|mob|landline|cell)(_|$|\d)/, 'phone'],
  [
    /^(vrm|vrn|reg|reg_?(no|num|number|mark)|registration(_?(mark|number|no))?|number_?plate|plate|vehicle_?reg.*)$/,
    'plate',
  ],
  [
    /(^|_)(company|business|trader|organisation|organization|firm|trading_?(name|as)|employer)(_?name)?$/,
    'company',
  ],
  [
    /^(company_?(no|number|num|reg.*)|crn|nino|ni_?(no|number)|national_?insurance.*|nhs_?(no|number)|pnc.*|cro.*|passport.*|ssn|soc_?sec_?id|social_?security.*|uprn|vat_?(no|number)|charity_?(no|number)|account_?(no|number|num)|iban|sort_?code|licen[cs]e_?(no|number))$/,
    'identifier',
  ],
  [
    /^(address|addr|add|address_?(line)?_?1|street(_?(name|address))?|addr(ess)?_?line|house_?and_?street|full_?address|home_?address)$/,
    'address',
  ],
  [
    /^(town|city|suburb|locality|village|post_?town|address_?town|birth_?place|place_?of_?birth|county|borough)$/,
    'town',
  ],
];

/** What the end of a column's name says, after whose it is: «patient_first_name», «cust surname». The first row that fits. */
export const byEnd: readonly (readonly [RegExp, FieldKind])[] = [
  [/_(fore_?name|first_?name|given_?name|fname|name_?first)s?$/, 'forename'],
  [/_(middle_?name|mname|second_?name)s?$/, 'middle-name'],
  [/_(surname|last_?name|family_?name|lname|name_?last)s?$/, 'surname'],
  [/_(dob|date_?of_?birth|birth_?date)$/, 'birth-date'],
  [/_(sex|gender)$/, 'sex'],
  [/_(post_?code|zip|zip_?code)$/, 'postcode'],
];

/** Whose a column says its value is, where that is not the row's own person; or that it was theirs once. */
export const ofAnother =
  /(^|_)(mothers?|fathers?|parents?|spouses?|partners?|wifes?|husbands?|next_of_kin|kins?|nok|guardians?|carers?|officers?|doctors?|gps?|referrers?|maiden|birth|previous|former|old|alias)(_|$)/;

/** What is put after a name of a column without changing what it holds: «surname_clean», «fname_c1». */
export const remarks = /_?(raw|clean|cleaned|std|standardi[sz]ed|orig|original|txt|value|c?1)$/;

/** A column whose name ends so is a key where every row has a value of its own. */
export const mayBeKey =
  /(^|_)(id|key|uuid|guid|ref|reference|urn|(case|crime|record|ref|reference|incident|client|customer|file|job|log|entry|row)_?(no|num|number))$/;

/** Days of these happen to records and not to people, however many years they go over. */
export const ofAnEvent =
  /(^|_)(fil(ed|ing)|creat(ed|ion)|added|updated|modified|changed|entered|report(ed)?|incident|offence|start(ed)?|end(ed)?|order(ed)?|invoice|transaction|payment|paid|visit(ed)?|admi(ssion|tted)|discharged?|issued?|publi(cation|shed)|released?|regist(ered|ration)|appoint(ed|ment)|appl(ied|ication)|received|opened|closed|grant(ed)?|expir(y|es|ed)|last_seen|seen|sent)(_|$)/;
