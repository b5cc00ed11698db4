/**
 * The county's A to Z of problems, as a table of words. Three lines to a problem:
 *
 *   code | name | who answers, service key, working days | LGSL id, harmonised code | flags | yearly weight, season
 *   words people use, between semicolons
 *   > the middle of a report's text, one way of saying it between slashes
 *
 * Lines that begin with # open a group. The weights follow the published shape of demand (fly-tipping, potholes and
 * street lights lead); the words are ours.
 */
export const ISSUE_TABLE = `
# Waste and fly-tipping
fly-tipping | Fly-tipping | district ENV 5 | 587 A29 | land | 150 tipping
fly tip; fly tipping; flytip; rubbish dumped; dumped rubbish; tipped waste; dumped mattress; dumped sofa; dumped fridge; black bags dumped; rubble dumped; builders waste; van tipping; furniture left; household waste dumped
> black bags and an old mattress dumped / a van load of rubble and plasterboard tipped / a fridge and two sofas left / a pile of household rubbish dumped overnight / tyres and garden waste tipped / carpet, cardboard and broken furniture dumped
drug-litter | Drug litter and needles | district ENV 1 | 428 A19 | land | 11 summer
needles; needle; syringe; syringes; drug litter; drugs paraphernalia; drug litter near play area; used foil; crack pipe; nitrous oxide canisters; laughing gas canisters; sharps; baggies
> several used needles on the ground / syringes and burnt foil left behind / dozens of small gas canisters scattered / drug litter where children play
litter | Litter | district ENV 3 | 580 A47 | land | 40 summer
litter; rubbish on the ground; cans and bottles; takeaway wrappers; litter everywhere; fast food packaging; litter in hedge; dropped litter; cigarette ends
> litter blowing all along the verge / takeaway boxes and cans everywhere / rubbish from the fast-food place all over the pavement
overflowing-bin | Overflowing litter bin | district ENV 2 | 580 A47 | | 22 summer
bin overflowing; overflowing bin; full bin; dog bin full; litter bin not emptied; bin spilling; street bin full
> the litter bin is overflowing / the dog bin has not been emptied for weeks / rubbish piled round a full bin
missed-bin | Missed bin collection | district ENV 2 | 524 A50 | | 45 flat
missed bin; bin not collected; bins not emptied; recycling not collected; missed collection; brown bin missed; food waste not collected
> our recycling was not collected / the whole street was missed again / the garden waste bin was left full
trade-waste | Trade waste | district ENV 5 | - A85 | land | 7 flat
trade waste; commercial waste; shop bins; business rubbish; waste bags outside shop; restaurant waste; no waste contract
> shop waste put out with the household bins / commercial bags left outside every night / a trader using the public bins
waste-carrier | Unlicensed waste carrier | county WASTE 10 | - - | | 4 flat
waste carrier; man with a van; rubbish removal advert; unlicensed clearance; cheap rubbish removal; no carrier licence; house clearance advert
> a man with a van offering cheap clearance and no licence / leaflets for rubbish removal with only a mobile number
asbestos | Dumped asbestos or hazardous waste | district ENV 1 | 415 A29 | land | 4 flat
asbestos; hazardous waste; chemical drums; oil drums; cement sheets; paint tins dumped; clinical waste; gas bottles
> what look like asbestos sheets broken up / drums of an unknown liquid left / old roofing sheets dumped in pieces
garden-rubbish | Rubbish building up in a garden | district EH 10 | - A23 | | 12 summer
rubbish in garden; garden full of rubbish; accumulated waste; hoarding in garden; neighbours rubbish; rotting rubbish; filthy garden
> next door's garden is full of rotting rubbish / bags of waste stacked up in the front garden / old food and nappies piled in the yard

# Street scene
graffiti | Graffiti | district ENV 5 | 584 A33 | land | 18 autumn
graffiti; tagging; spray paint; paint on wall; tags on shutters; writing on wall
> fresh graffiti on the wall / tags sprayed on shop shutters / the underpass has been sprayed again
offensive-graffiti | Offensive graffiti | district ENV 1 | 584 A33 | land | 4 flat
offensive graffiti; racist graffiti; swastika; abusive graffiti; hate graffiti; swearing sprayed
> abusive words sprayed on the wall / racist graffiti that needs to go today
fly-posting | Fly-posting | district ENV 5 | 588 A28 | land | 4 flat
fly posting; flyposting; posters on lampposts; illegal posters; banners on railings; stickers on signs
> posters stuck on every lamp post / banners tied to the railings without permission
dead-animal | Dead animal | district ENV 2 | 576 A16 | | 8 flat
dead animal; dead fox; dead badger; dead deer; dead cat; dead bird; carcass; roadkill
> a dead fox in the gutter / a dead deer on the verge / a dead cat by the kerb
street-cleaning | Street needs cleaning | district ENV 5 | 580 A79 | | 30 autumn
street cleaning; dirty street; broken glass; leaves on pavement; road sweeper; sick on pavement; glass on path; leaf fall
> broken glass across the pavement / wet leaves making the path slippery / the street has not been swept for weeks
public-toilets | Dirty or damaged public toilets | district GREEN 3 | - A63 | | 4 summer
public toilet; toilets filthy; toilet blocked; no toilet paper; toilets locked; public loo
> the public toilets are filthy / the toilet door is broken and will not lock
shopping-trolley | Abandoned shopping trolley | district ENV 5 | - A75 | land | 4 flat
trolley; shopping trolley; supermarket trolley; trolley in river; abandoned trolley
> two supermarket trolleys left / a trolley thrown in the stream
spillage | Spillage or blood on pavement | district ENV 1 | 591 A17 | | 5 flat
spillage; oil spill; paint spilled; blood on pavement; diesel spill; bodily fluids; debris in road
> a large paint spill / oil across the path / blood on the pavement outside the bar

# Dogs and animals
dog-fouling | Dog fouling | district ENV 3 | 577 A20 | land | 26 dogs
dog mess; dog poo; dog fouling; dog dirt; dog muck; poo bags hanging; owner not picking up; dog waste
> dog mess all along the path / the same owner never picks up / bags of dog mess hung on the fence
dangerous-dog | Dangerous dog | police SNT 1 | 432 - | | 9 summer
dangerous dog; dog attack; dog bit me; dog out of control; aggressive dog; banned breed; xl bully; dog lunged; dog attacked my dog
> a dog off its lead went for my child / a dog attacked mine and drew blood / an aggressive dog loose again
stray-dog | Stray dog | district EH 1 | 432 - | | 9 flat
stray dog; lost dog; loose dog; found dog; dog warden; dog wandering; dog without owner
> a stray dog with no collar / a dog has been wandering for two days
barking-dog | Barking dog | district EH 10 | 412 A51 | | 14 summer
barking dog; dog barking; dog howling; dog left alone barking; constant barking; yapping
> a dog barks from morning to night / dogs left howling when the owner is out
animal-welfare | Animal welfare or illegal breeding | district LIC 5 | - - | | 6 flat
animal cruelty; puppy farm; illegal breeding; neglected animal; starving horse; unlicensed kennels; dog breeding; pet shop; kennel licence
> puppies sold from a shed with no licence / horses with no water or grazing / dogs kept in crates all day
livestock | Loose or diseased farm animals | county TS 2 | - - | | 3 flat
sheep on road; cattle loose; cows escaped; sick livestock; dead stock; farm animals loose; bird flu; foot and mouth
> cattle loose on the road / several dead sheep in a field / sheep without tags being moved at night
pests | Rats and pests | district EH 5 | 431 A58 | land | 18 summer
rats; mice; rat infestation; cockroaches; pest control; vermin; bed bugs; wasps nest; pigeons; fleas; rat run
> rats seen in daylight / a rat problem coming from the empty shop / cockroaches coming through from next door

# Noise and nuisance
noise-domestic | Noisy neighbours | district EH 10 | 412 A51 | | 44 summer
loud music; noisy neighbours; party; music all night; neighbours shouting; noise at night; bass; tv too loud; noise from flat
> loud music until three in the morning / parties every weekend / shouting and banging through the wall
noise-commercial | Noise from a business | district EH 10 | 412 A51 | | 13 summer
pub noise; club music; factory noise; extractor fan; air conditioning noise; deliveries at night; gym music; noise from business
> music from the bar after closing / an extractor fan running all night / lorries unloading before dawn
noise-construction | Construction noise | district EH 5 | 603 A51 | | 9 summer
building site noise; construction noise; drilling; demolition; working on sunday; early morning building; piling
> drilling before seven in the morning / builders working all Sunday
alarm | House or car alarm | district EH 1 | 412 A51 | | 6 flat
burglar alarm; car alarm; alarm ringing; house alarm; alarm going off; shop alarm
> a burglar alarm has been ringing all night / a car alarm going off every hour
smoke-bonfire | Smoke and bonfires | district EH 5 | - A23 | land | 11 summer
bonfire; smoke; burning plastic; burning waste; garden fire; black smoke; chimney smoke; wood burner smoke
> plastic being burnt and black smoke everywhere / bonfires most evenings
odour | Smells and odours | district EH 10 | - A23 | | 7 summer
smell; bad smell; odour; stink; sewage smell; manure smell; cooking smell; foul smell; fumes
> a foul smell from the yard / cooking fumes blown straight at our windows
light-nuisance | Light nuisance | district EH 10 | - A23 | | 3 winter
floodlight; security light; light shining in bedroom; bright light; light pollution; glare
> a floodlight shining into the bedroom all night
drone-nuisance | Drones and model aircraft | district CS 10 | - - | | 2 summer
drone; quadcopter; model aircraft; drone over garden; drone filming
> a drone flown over gardens every evening

# Vehicles and parking
abandoned-vehicle | Abandoned vehicle | district ENV 5 | 372 A1 | land | 34 flat
abandoned car; abandoned vehicle; car dumped; untaxed car; car left for weeks; burnt out car; no number plates; flat tyres; sorn; abandoned van; abandoned caravan
> a car with flat tyres not moved for two months / an abandoned van with no plates / a burnt-out car left
nuisance-vehicle | Cars repaired or sold on the street | district JET 10 | - A56 | | 6 flat
cars for sale on road; repairing cars; car repairs in street; garage using street; selling cars on street; scrap cars
> cars being repaired on the road all week / six cars for sale parked on the verge
parking | Illegal or dangerous parking | district PARK 3 | 471 A56 | | 32 flat
parking; yellow lines; double parked; parked on pavement; blocked drive; disabled bay; school parking; dropped kerb blocked; parked on corner
> cars parked right across the pavement / a drive blocked every school run / vans on the double yellow lines
vehicle-nuisance | Nuisance bikes and scooters | police SNT 3 | - - | land | 14 summer
off road bikes; motorbikes; quad bikes; e-scooters; dirt bikes; boy racers; car meet; racing; scooters on pavement; wheelies
> off-road bikes tearing across the field / cars racing round the retail park / e-scooters ridden at people on the path
engine-idling | Engine idling | district JET 10 | - - | | 3 winter
idling; engine idling; engine left running; fumes outside school; taxi engines; buses idling
> coaches with engines running outside the school / taxis idling at the rank all evening
taxi | Taxi complaint | district LIC 10 | - - | | 6 flat
taxi; private hire; cab driver; unlicensed taxi; overcharged by taxi; taxi refused guide dog; taxi plate; minicab
> a taxi refused my guide dog / a driver picking up with no plate / charged twice the meter
speeding | Speeding | police SNT 10 | - A68 | | 16 flat
speeding; fast cars; speed limit; cars too fast; dangerous driving; 20 mph; 30 mph; speed camera
> cars doing fifty past the school / vans speeding through the village

# Anti-social behaviour
asb-youths | Groups causing trouble | police SNT 3 | 870 - | | 26 summer
youths; gang of youths; teenagers; kids throwing stones; intimidating group; abuse from youths; loitering; throwing eggs; anti-social behaviour; asb; knock and run
> a group shouting abuse at people going past / teenagers throwing stones at windows / a crowd gathers and people are afraid to walk by
street-drinking | Street drinking | district CS 3 | 870 - | land | 12 summer
street drinking; drinking in public; drunks; drunk people on bench; cans of lager; alcohol in park; drinkers
> a group drinking on the benches from early morning / drunk people shouting and swearing
begging | Begging and rough sleeping | district HSG 2 | 112 - | | 8 winter
begging; beggar; rough sleeper; homeless person; sleeping in doorway; tent; aggressive begging; sleeping rough
> someone sleeping in the doorway in the cold / people pestered for money at the cash machine
vandalism | Vandalism | police SNT 3 | 586 A61 | land | 13 summer
vandalism; criminal damage; smashed window; broken fence; damaged; smashed bus shelter; wrecked; slashed tyres
> the bus shelter has been smashed / fences kicked down again / car mirrors broken along the road
drug-dealing | Drug dealing or use | police SNT 2 | - - | land | 18 flat
drug dealing; drugs; dealing; cannabis smell; smell of weed; dealers; cars stopping briefly; people coming and going; cannabis farm; dealing from car
> people coming and going at all hours and staying a minute / a car deals from the same spot most nights / a strong smell of cannabis day and night
neighbour-dispute | Neighbour harassment | district CS 5 | 870 - | | 15 summer
neighbour harassment; abusive neighbour; threats from neighbour; intimidation; bullying neighbour; neighbour threatening; harassed
> threats shouted over the fence again / abuse each time I leave the house
fireworks | Fireworks misuse | police SNT 2 | - - | land | 6 bonfire
fireworks; firework; bangers; rockets; fireworks thrown; fireworks late at night; display fireworks; illegal fireworks
> fireworks thrown at cars / fireworks let off after midnight
encampment | Unauthorised encampment | district JET 1 | 101 - | land | 6 summer
encampment; unauthorised encampment; caravans on field; caravans arrived; pitched up; caravans in car park; incursion; illegal camp; trespassers
> several caravans have arrived on the playing field / vehicles have broken the gate and set up camp
hate-incident | Hate incident | police SNT 1 | - - | sensitive | 5 flat
hate crime; hate incident; racist abuse; homophobic abuse; disability hate; religious abuse; racism
> racist abuse shouted in the street / abused because of a disability

# Housing
housing-disrepair | Poor conditions in rented home | district HSG 5 | - - | | 22 winter
damp; mould; no heating; landlord won't repair; disrepair; leaking roof; no hot water; private rented; unsafe electrics; rogue landlord; damp flat
> black mould in both bedrooms and the landlord does nothing / no heating or hot water for weeks / a leaking roof and bare wiring
hmo | Overcrowded or unlicensed shared house | district HSG 10 | - - | | 7 flat
hmo; overcrowded house; too many people in house; shared house; unlicensed hmo; bedsit; beds in sheds; sub letting
> at least twelve people living in a three-bedroom house / a shed in the garden let as a room
illegal-eviction | Illegal eviction | district HSG 1 | - - | | 4 flat
illegal eviction; locks changed; thrown out; eviction; landlord threatening; harassed by landlord; kicked out
> the landlord has changed the locks / told to be out by Friday with no papers
empty-property | Empty or derelict property | district HSG 15 | 684 A61 | | 7 flat
empty house; derelict; boarded up; squatters; squat; empty property; windows smashed empty; abandoned house
> an empty house with the door forced open / a derelict building that children get into
dangerous-structure | Dangerous building or wall | district PLAN 1 | 600 A15 | land | 5 winter
dangerous building; wall falling down; collapsing wall; loose tiles; unsafe structure; scaffolding unsafe; falling masonry
> a garden wall leaning over the pavement / loose slates coming down in the wind
communal-area | Problems in shared areas of flats | housing NEIGH 5 | - - | | 10 flat
stairwell; communal door; lift broken; block of flats; bin store; communal area; door entry; landing lights
> the bin store is full and smells / the street door lock is broken and strangers sleep inside

# Licensing
alcohol-licence | Alcohol premises problem | district LIC 10 | 860 - | | 8 summer
pub licence; alcohol licence; after hours drinking; serving drunk people; premises licence; licence breach; open past hours; off licence; late licence
> serving long after closing time / people served who can hardly stand / drinkers filling the pavement past the licensed hours
underage-sales | Under-age sales | county TS 5 | 860 - | | 8 flat
underage; under age sales; selling to kids; selling alcohol to children; vapes to children; selling cigarettes to teenagers; knives sold to under 18; no id check
> a shop selling vapes to children in uniform / alcohol sold to teenagers with no check
street-trading | Street trading and collections | district LIC 5 | - - | | 4 summer
street trading; burger van; ice cream van; illegal street seller; charity collectors; chuggers; pitch; unlicensed trader; pedlar
> a burger van trading without a pitch / collectors with no badges
unlicensed-event | Unlicensed music event | police SNT 1 | - - | land | 3 summer
rave; unlicensed music event; illegal rave; illegal party; sound system; field party; warehouse party
> a sound system set up in the woods / hundreds of cars arriving for a rave
gambling | Gambling premises | district LIC 10 | - - | | 2 flat
gambling; betting shop; fruit machine; gaming machine; illegal gambling; poker night; slot machine
> gaming machines in the back room of the cafe / children playing fruit machines

# Trading and scams
doorstep-crime | Doorstep crime and rogue traders | county TS 1 | - - | | 14 summer
doorstep; rogue trader; cowboy builder; cold caller; roofers; driveway; tarmac; paid cash; pressured; overcharged for work; roof tiles; builder took money
> men at the door said the roof needs work and asked for cash / an elderly neighbour taken to the bank by workmen / a deposit paid and no work done
scam | Scam by post, phone or online | county TS 5 | - - | | 20 flat
scam; fraud; phishing; scam call; scam letter; fake website; lottery scam; text message scam; romance fraud; bank details; fake parcel text; courier fraud
> a caller said he was from the bank and wanted the card / letters every day promising prizes / money sent to a website that does not exist
counterfeit | Counterfeit or unsafe goods | county TS 10 | - - | | 7 flat
counterfeit; fake goods; fake designer; unsafe toys; fake chargers; dangerous product; unsafe product; market stall fakes; fake perfume
> fake designer clothes on the market / chargers that overheat and smoke
illicit-tobacco | Illegal tobacco and vapes | county TS 5 | - - | | 7 flat
illegal tobacco; cheap cigarettes; illicit cigarettes; foreign cigarettes; illegal vapes; under the counter; tobacco under counter; fake cigarettes
> cheap cigarettes sold from under the counter / vapes far over the legal size on open sale
weights-pricing | Short measure or misleading prices | county TS 15 | - - | | 4 flat
short measure; misleading price; overcharged at till; wrong price; false description; misleading advert; weights and measures
> charged more at the till than on the shelf / short measures all evening
used-car | Problem with a used car | county TS 10 | - - | | 6 flat
used car; clocked car; car dealer; faulty car; unroadworthy car sold; mileage; second hand car
> the mileage has been changed / sold a car that failed its test a week later

# Food, health and safety
food-hygiene | Dirty food premises | district EH 3 | - A23 | | 12 summer
food hygiene; dirty kitchen; dirty restaurant; mice in cafe; takeaway dirty; hygiene rating; mouldy food; cockroach in food
> droppings seen in the takeaway kitchen / staff handling raw chicken and bread / food left out unchilled
food-poisoning | Food poisoning | district EH 1 | - A23 | | 6 summer
food poisoning; ill after eating; sick after meal; salmonella; norovirus; vomiting after takeaway; upset stomach
> four of us ill after the same meal / sick all night after the buffet
food-labelling | Food labelling and allergens | county TS 5 | - - | | 5 flat
allergen; allergy; labelling; use by date; out of date food; nut allergy; food label; ingredients missing
> no allergen list and staff did not know / food on sale well past its use-by date
workplace-safety | Unsafe workplace | district EH 5 | - - | | 5 flat
unsafe workplace; health and safety; accident at work; no safety rails; unsafe ladder; working at height; gas leak at work; staff injured
> staff working on a roof with no rails / a blocked fire exit in the stockroom
smoking | Smoking where it is not allowed | district EH 10 | - - | | 3 flat
smoking inside; smoke free; smoking shelter; smoking in taxi; shisha; smoking in pub; smoking ban
> people smoking inside after ten / a shisha bar with closed walls
sewage-leak | Leaking sewage | district EH 1 | 664 A8 | land | 5 rain
sewage; raw sewage; leaking cesspit; septic tank; foul water; sewage in garden; toilet backing up
> raw sewage running across the yard / a septic tank overflowing into the ditch

# Highways and lights
pothole | Pothole | county HWY 5 | 557 A60 | | 95 potholes
pothole; pot hole; hole in road; road surface; crater; damaged tyre; broken road; holes in road
> a deep pothole that has already damaged a wheel / the road surface is breaking up / several potholes in a row
pavement | Broken pavement | county HWY 10 | 537 A57 | | 30 flat
pavement; broken slab; uneven pavement; trip hazard; raised slab; loose paving; kerb broken; tripped on pavement
> a raised slab that people trip on / broken kerbstones by the crossing
street-light | Street light out | county LIGHT 5 | 564 A81 | | 70 lights
street light; street lamp; light out; lamp post; lights not working; dark street; flickering light; light on all day
> the street light is out / three lamps out in a row and it is pitch dark / a lamp flickering all night
road-flooding | Flooded road or blocked gully | county HWY 2 | 555 A41 | | 24 rain
flooding; flooded road; blocked gully; standing water; surface water; road under water; gully blocked; water across road
> the gully is blocked and the road floods / water right across the road at the dip
obstruction | Obstruction on road or path | county HWY 3 | 550 A52 | | 14 growth
obstruction; skip on road; scaffolding on pavement; blocked path; a board; overhanging hedge; hedge over path; cones; materials on road
> a skip with no lights / a hedge so far over the path you must walk in the road
traffic-lights | Traffic lights or crossing fault | county HWY 1 | 567 A86 | | 7 flat
traffic lights; pedestrian crossing; lights stuck; lights not working; puffin crossing; beacon out; stuck on red
> the lights are stuck on red / the crossing button does nothing
road-sign | Damaged road sign | county HWY 10 | 559 A83 | | 12 flat
road sign; sign knocked down; street name; missing sign; faded sign; sign facing wrong way; bollard knocked over
> the sign has been knocked flat / the give-way sign is hidden
gritting | Ice and gritting | county HWY 1 | 561 A37 | | 8 ice
ice; icy road; gritting; grit bin; snow; salt; not gritted; frozen pavement; black ice
> the hill is sheet ice and has not been gritted / the grit bin is empty
footpath | Blocked footpath or right of way | county HWY 15 | - A66 | | 8 growth
footpath; right of way; stile broken; bridleway; blocked path field; locked gate; ploughed path; signpost missing
> the stile has collapsed / a locked gate across the footpath / the path is ploughed up

# Parks and trees
overgrown | Overgrown hedge or grass | district GREEN 10 | - A55 | land | 18 growth
overgrown; long grass; hedge overgrown; weeds; grass not cut; brambles; bushes; nettles
> grass up to the waist / brambles growing right across / hedges not cut for a year
tree | Dangerous or fallen tree | district GREEN 2 | - A24 | land | 17 growth
fallen tree; tree down; dangerous tree; branch fallen; dead tree; tree leaning; branches; roots
> a large branch hanging over the path / a tree down after the wind / a dead tree leaning on the fence
play-area | Damaged play area | district GREEN 2 | 461 A53 | | 8 summer
play area; playground; swing broken; slide broken; play equipment; swings; skate park; playground damaged
> the swing chain has snapped / broken glass under the slide / the climbing frame is loose
park-problem | Problem in a park or open space | district GREEN 5 | 461 A53 | | 10 summer
park; open space; bench broken; park gate; pond; playing field; nature reserve; cemetery; allotment
> the park bench is broken / barbecues burning the grass / the gate will not close
invasive-weeds | Invasive weeds | district GREEN 15 | - A34 | land | 4 growth
japanese knotweed; knotweed; giant hogweed; himalayan balsam; ragwort; invasive plant; hogweed
> what looks like Japanese knotweed / giant hogweed by the stream where children play

# Fire
deliberate-fire | Deliberate fires | fire PREV 1 | - - | land | 6 summer
arson; deliberate fire; bins set on fire; fire setting; bin fire; grass fire; setting fires; burnt
> bins set alight again / a grass fire lit on purpose
fire-safety | Fire safety in a building | fire PROT 2 | - - | | 4 flat
fire exit; blocked fire door; fire alarm; fire safety; locked fire exit; cladding; no smoke alarms; fire escape
> the fire exit is chained shut / fire doors wedged open and no alarm
home-fire-check | Home fire safety visit | fire PREV 10 | - - | | 4 winter
smoke alarm; home fire safety; fire safety visit; hoarder fire risk; smoke detector; overloaded sockets
> an older relative needs smoke alarms / a home so full it would be a death trap in a fire

# Safeguarding
adult-safeguarding | Adult at risk of abuse or neglect | county ASC 1 | - - | sensitive | 7 flat
vulnerable adult; elderly abuse; neglect; adult at risk; self neglect; carer abuse; financial abuse; hoarding; dementia wandering
> an older man not coping and not eating / a carer taking money / a neighbour not seen and the house in a terrible state
child-safeguarding | Worried about a child | county CSC 1 | - - | sensitive | 5 flat
child abuse; worried about a child; child neglect; child left alone; child hurt; child in danger
> young children left alone at night / a child often hungry and out late
domestic-abuse | Domestic abuse | police SNT 1 | - - | sensitive | 7 flat
domestic abuse; domestic violence; violent partner; controlling partner; screaming next door; partner hitting; coercive control; afraid of husband; stalking
> screaming and crying through the wall most nights / afraid of a former partner who keeps coming back
cuckooing | Cuckooing - home taken over | police SNT 1 | - - | sensitive | 4 flat
cuckooing; home taken over; flat taken over; strangers in flat; using his flat; vulnerable tenant dealers; county lines house
> strangers have taken over a vulnerable man's flat / visitors all night and the tenant not seen
child-exploitation | Child exploitation and county lines | police SNT 1 | - - | sensitive | 3 flat
county lines; child exploitation; grooming; older men with girls; children selling drugs; missing child; new phone and money; trap house
> older men picking up girls in different cars / a boy with new phones and train tickets
modern-slavery | Modern slavery and forced labour | police SNT 1 | - - | sensitive | 3 flat
modern slavery; forced labour; trafficking; workers living in van; car wash workers; nail bar; passport taken; exploited workers
> workers brought in a van before dawn and never out alone / staff sleeping in the back of the shop
radicalisation | Worried someone is being radicalised | police SNT 1 | - - | sensitive | 1 flat
radicalisation; extremism; extremist; prevent referral; terrorist material; extremist leaflets
> a young man talking of nothing but hatred / extremist leaflets left
scam-victim-support | Support for a scam victim | county TS 2 | - - | sensitive | 3 flat
victim of scam; mother sent money; repeat scam victim; call blocker; parent being scammed; scam mail victim
> my mother keeps sending money to strangers / he answers every letter and has nothing left
`;
