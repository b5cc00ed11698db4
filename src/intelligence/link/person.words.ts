/** Titles before a name; those of officers who write or take a report down are none of them. */
export const honorifics = new Set('mr mrs miss ms mx dr rev reverend sir lady prof professor'.split(' '));

/** Ranks and offices: whom they name did their work, and a person links them by hand where that is not so. */
export const officers = new Set(
  'pc dc ds di dci pcso sgt sergeant insp inspector constable wpc cllr councillor officer pcsos judge'.split(
    ' ',
  ),
);

/** What stands between the parts of a name in small letters or capitals. */
export const particles = new Set(
  'van von der den de del della da di dos bin ibn al el ap ter la le'.split(' '),
);

/** Words of which a run that holds one names a place, a body or a day, and no person. */
export const notOfPerson = new Set(
  (
    'road street avenue crescent terrace square estate gardens mews parade quay wharf roundabout junction lodge farm school academy hospital station ' +
    'common woods fields arms inn hotel tavern surgery centre library college university primary infants junior club stadium town city village county ' +
    'borough district council police fire ambulance service services association trust society department office team unit court rd st ave cres ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'christmas easter bank holiday trading standards crimestoppers facebook instagram whatsapp snapchat telegram gumtree ebay vinted tiktok paypal google ' +
    'transit ford vauxhall astra golf corsa fiesta focus audi bmw mercedes toyota nissan volkswagen peugeot citroen renault skoda seat kia iveco ' +
    'white black blue red silver grey yellow orange uk england scotland wales ireland london english polish romanian albanian road. pub car wharfside cottage denim wines ' +
    'day night week action plan act order notice report form case house. building block flat flats unit room floor tower towers heights point industrial retail business'
  ).split(' '),
);

/** Surnames that are a kind of place as well: after «at», «near» and the like they are one. */
export const placeOrSurname = new Set(
  'green hill wood park field bridge hall cross banks church marsh house lane close place drive way walk row view court grove rise dale end vale mill well wells heath moor'.split(
    ' ',
  ),
);
/** Words after which what follows is a place more often than a person. */
export const placeBefore = new Set(
  'in at near on behind outside off into through opposite along past the'.split(' '),
);

/** Who stands before a name where it is the name of a place, a church, a ship or a house. */
export const ofPlace = new Set(
  'st saint king queen prince princess duke earl lord hms port mount fort the'.split(' '),
);

/** Goods and shops that are called as people are, and what is sold under their names. */
export const brands = new Set(
  (
    'ralph lauren|calvin klein|hugo boss|tommy hilfiger|paul smith|michael kors|louis vuitton|jimmy choo|ted baker|harry potter|jack daniels|johnnie walker|' +
    'johnny walker|jim beam|ben sherman|john lewis|john deere|harley davidson|captain morgan|marc jacobs|fred perry|stella mccartney|stella artois|vivienne westwood|' +
    'christian dior|christian louboutin|kurt geiger|tony hawk|ray ban|george asda|father christmas|jack wills|estee lauder|tom ford|max factor|dolce gabbana|adam smith institute|rose wine|' +
    'jack russell|king charles|peppa pig|thomas cook|sally army|jeremy kyle|crown jubilee|victoria sponge|elf bar|lost mary|will smith|sandy lane|old bill|bill payment|mark up'
  ).split('|'),
);

/** Words in which somebody is named next: «called Gary Stott», «a man by the name of». */
export const namedNext =
  /\b(?:(?:man|woman|male|female|person|lad|girl|boy|bloke|guy|somebody|someone|he|she|they|him|her|name|self|driver|occupier)\s+(?:is\s+|was\s+|were\s+)?(?:called|named|known as|by the name of|goes by)|(?:calls|called|call) (?:himself|herself)|goes by(?: the name(?: of)?)?|aka|a\.k\.a\.|also known as|real name|true name|full name|(?:his|her|the|whose) name (?:is|was|may be|could be)|name given(?: as| was)?|suspect|subject|victim|nominal|man|woman|girl|boy|lad|tenant|occupier|landlord|landlady|director|keeper|owner|neighbour|boyfriend|girlfriend|husband|wife|brother|sister|son|daughter|mother|father|mum|dad|cousin|nephew|niece|uncle|aunt|associate|partner|witness|driver)[:,]?\s+(?:is |was |as )?|\b(?:(?:driven|held|run|owned|kept|led|supplied|signed|rented|used|brought in|sold|paid|made|managed|taken|collected) (?:by|for)|in the name of|account of|(?:ask|asked|parcel|letter) for|addressed to|works? for|lives with|in court with|met|signed)\s+(?=["“«]?\p{Lu})/giu;

/** What follows a name and no place: it lives, says, was born, drives. */
export const personNext =
  /^[,]?\s*(?:\(?(?:d\.?o\.?b\.?|born|aged|b\.)|who|whose|lives?|lived|said|says|told|drives|drove|denied|admitted|claims?|claimed|was (?:arrested|seen|born|stopped|there)|is (?:the|a|an|his|her) (?:tenant|owner|director|keeper|driver|son|brother|father|man|woman|landlord)|answered|sells|sold|supplies|deals|rang|paid|took|owns|runs|rents|went|asked|has (?:a|been|two|three)|and his|and her)\b/i;

/** Words with a capital at the start of a sentence, and others that begin no name. */
export const notFirst = new Set(
  (
    'a an the he she it they we you i his her its their our my your this that these those there here when where while after before since if but and or so then also ' +
    'yesterday today tomorrow tonight last next one two three four five six seven eight nine ten some many most all both each every no not on in at by from for with ' +
    'caller informant source neighbour neighbours tenant resident residents victim witness suspect subject police officer officers staff man woman male female boy girl ' +
    'children people someone somebody nobody everyone anyone please see saw seen says said paid rang called believed thought what who whose why how which new old big ' +
    'dear hello hi thanks thank regards yours re fwd ref urgent note nb only just once again still even until because although though however'
  ).split(' '),
);

/** Forenames that are words of their own too: what follows must be more than the next word with a capital. */
export const alsoWords = new Set(
  'will mark may april june grace rose hope faith dawn bill rob art pat sandy drew penny carol summer joy ivy holly jack victoria charlotte florence georgia chelsea paris win max ad al ann an am dot van gail iris jet ray rich frank gene guy jo lee lex mo nick pearl ruby sky star tad vi dale'.split(
    ' ',
  ),
);

/** Forenames of use in the United Kingdom that the table of forms of one name does not hold, since they have no other form. */
export const moreForenames = new Set(
  (
    'wayne darren dean kyle kevin craig lee shaun jason justin ryan scott stuart stewart ross lewis liam connor jordan tyrone tyler reece rhys callum carl karl gavin glenn clive ' +
    'clifford derek trevor nigel norman neville roy brian barry keith gordon graham geoffrey roger rodney ronald dennis desmond duncan declan dominic elliot elliott ethan evan finley ' +
    'garry gareth gethin glyn grant guy harvey howard hugh ivan ivor jake jared jasper jayden joel josh julian kai kieran kenny lance leon leroy leslie lloyd luke marcus marlon mason ' +
    'maurice max melvin miles morgan neil noah oliver omar oscar owen perry quentin ralph raymond reginald riley rory rupert russell sean sebastian selwyn seth shane sidney simon spencer ' +
    'stanley toby todd travis troy tristan vernon warren winston wesley xavier yusuf zane bradley brandon brett bruce byron cameron cecil chester clarence clark clayton clinton cody colin ' +
    'conrad corey curtis cyril damian damien damon denzil donovan douglas earl edgar edmund edwin elvis emmanuel eric ernest errol floyd fraser frederick ' +
    'sharon donna debra denise diane doris edith eileen elaine ellie enid ethel eunice faye fiona freya gemma georgina geraldine gillian gladys glenda gloria gwen hayley hazel heather hilda ' +
    'irene iris isla jade jane janet janice jasmine jean jemma jodie joan joanne jocelyn josie joyce judith julie karen kayleigh keeley kelly kerry kimberley kirsty lara laura leah leanne ' +
    'lesley linda lindsey lorna lorraine louise lucy lynn lynne mabel maisie marian marilyn marion marjorie maureen mavis melanie michelle mildred minnie miriam moira monica morag muriel ' +
    'myra naomi natalie nicola nora norma olive olivia pamela pauline phoebe phyllis poppy priscilla rachel rhiannon rita rosalind roxanne ruth samantha sarah shannon sheila shirley sian ' +
    'sonia sophie stacey stella sylvia tamara tanya tara tina toni una vera verity vicki wilma winifred yasmin chantelle chelsea cheryl chloe claire clare courtney crystal cynthia daisy ' +
    'danielle daphne debbie della dorothy ebony ffion bronwen carys cerys angharad nia megan ellen erin eve evelyn ' +
    'amir imran iqbal tariq usman bilal hamza faisal farhan hassan hussain ismail jamal kamran khalid mahmood malik mustafa nadeem nasir naveed omer qasim rashid saeed salim sajid shahid ' +
    'shabir tahir umar waqar wasim yasin yusef zahid zubair abdul abdullah abdi fatima khadija nadia nasreen noor parveen rukhsana safia samina shabana shazia sumaya tahira yasmeen ' +
    'amit anil arjun ashok deepak dinesh gurpreet harpreet jaspreet kamal kiran manjit mohan mukesh nikhil parminder pradeep rajesh raj rajan rakesh ramesh ravi ravinder sanjay satnam sunil ' +
    'suresh vijay vikram vinod anjali asha deepa geeta jaswinder kavita lakshmi meena neha nisha parul pooja priya radha rekha rupa sangeeta shanti sunita usha ' +
    'adebayo ade chidi chinedu emeka femi kwame kofi kwabena nana olu olumide oluwaseun segun tunde yaw abena akosua ama amara chioma folake funmi ngozi yetunde mohamud abdirahman ayaan hodan ' +
    'pawel piotr marek krzysztof tomasz zbigniew jacek dariusz wojciech bogdan florin ionut mihai radu sorin vasile vlad gheorghe marius cristian dragos dumitru elena ioana mihaela ' +
    'agnieszka beata ewa grazyna katarzyna magdalena malgorzata zofia arben besnik dritan ilir altin agron florian mehmet mustafa emre ahmet zoltan istvan laszlo ferenc gabor yuki wei jing ' +
    'ming hui xin nguyen tran thi duc linh dmitri igor oleg sergei viktor yuri olga tatiana irina ludmila svetlana bartosz grzegorz kamil lukasz mateusz dovydas jonas mantas vytautas ' +
    'aaron adele alana alexa andrea angus anita annette arlene ashley audrey ava belinda beryl bethany beverley bianca brenda brendan bryan calum candice carla carly carmel carmen casey ' +
    'charlene claudia colleen conor deirdre delia dolores doreen eamon ella erica esme esther eva farah felicity finlay finn hanna hugo ingrid jeanette jerome juanita kaitlyn lindsay ' +
    'logan lucia maeve marlene martina maxine melvyn mollie nina noel paige petra roland rosa sabrina saskia selina shelley siobhan sybil thelma viola wanda zara'
  ).split(' '),
);
