/**
 * Forms of one forename: short forms, spellings and the same name in the communities of the United Kingdom. One line is one
 * group, and a form may stand in several («Ali» is a name of its own and short for Alison). Facts of use, gathered by hand.
 */
const groups = `
abigail abby abbie abi gail
abraham abe ibrahim ebrahim
adam ad
adelaide addie heidi
adrian ade
agnes aggie nessa
ahmed ahmad ahmet achmed
aidan aiden ayden
aisha ayesha aysha aishah
alan allan allen alun al
albert bert bertie al
alexander alex alec sandy alasdair alistair alastair alister aleksander oleksandr aleksandr sasha xander lex iskander
alexandra alex sandra lexi lexie sandy sasha aleksandra oleksandra
alfred alf alfie fred freddie
alice ali alys alicia
alison ali allison alyson
amanda mandy mandi
amelia amy millie mia
andrew andy drew andrzej andrei andre andreas
angela angie ange
ann anne anna annie hannah nan anya ania
anthony tony ant antony anton antonio
antonia toni tonya
archibald archie baldie
arthur art artie
augustus gus august
barbara barb barbie babs
barnaby barney barnabas
barry baz bazza barrie bary
bartholomew bart bartek
beatrice bea trixie beatrix
benedict ben benny
benjamin ben benny benji
bernard bernie
bernadette bernie detta
bridget biddy bridie brigid bridgette
bronislaw bronek
cameron cam
carol carole caroline carolyn caz carrie
caroline carrie caro lina
cassandra cass cassie
catherine cath cathy kate katie katy katherine kathryn kathy kath kat kitty catriona cathryn katarzyna kasia kathleen
cecil cec
cecilia celia cissy
charles charlie chas chuck chaz karl carl carlos karol
charlotte lottie charlie lotte
chloe clo
christine chris chrissy tina christina kirsten krystyna christiane
christopher chris kit topher krzysztof kristof
claire clare clara
clement clem
clifford cliff
colin col
constance connie
cornelius con neil
cynthia cindy
daniel dan danny danyal daniyal danil
danielle dani
david dave davy davey dai dafydd dawid daud dawood
deborah deb debbie debra debs
dennis den denny denis
derek del derrick
diana di diane dianne
dominic dom nick
donald don donny
dorothy dot dotty dolly dottie dora
douglas doug dougie
dylan dyl
edith edie
edmund ed eddie ned ted
edward ed eddie ted teddy ned eduard
edwin ed eddie
eileen aileen
elaine lainey
eleanor ellie ellen nell nora elinor lenora
elizabeth liz lizzie beth betty bess betsy eliza elsie lisa libby elspeth elisabeth elzbieta bessie lizzy liza
emily em emmy millie
emma em
ernest ernie
ethel eth
eugene gene
evelyn evie eve
fatima fatimah fatema fatma
fiona fi
florence flo florrie flossie
frances fran fanny frankie francesca
francis frank frankie fran franciszek
frederick fred freddie freddy fredrick frederic
gabriel gabe
gabrielle gabby gaby gabriella
gareth gary gaz
gary gaz garry gaza
geoffrey geoff jeff jeffrey
george georgie jerzy yorgos
georgina george georgie gina georgia
gerald gerry jerry ged gerard
gertrude gert gertie
gillian gill jill gilly jillian
gordon gord
grace gracie
graham graeme grahame
gregory greg grzegorz
gwendoline gwen wendy gwendolyn
harold harry hal
harriet hattie harry
harvey harv
hassan hasan
hussain husain hussein hossein hussayn husein
heather heath
helen nell nellie helena ellen lena
henrietta hettie etta
henry harry hal hank
herbert bert herb
hilary hil
hubert bert hugh
hugh hughie huw hew shug
ian iain euan ewan
imogen immy
imran emran
irene rene rena
isaac ike ishaq zac
isabel bella izzy belle isabella isobel isabelle tibby
jack jackie john jock
jacob jake yakub yaqub jakub
jacqueline jackie jacqui jacky
james jim jimmy jamie jem seamus hamish jimmie
jane janie jayne jean janet
janet jan jenny
janice jan
jason jay jase
jasmine jas jazz yasmin yasmeen
jean jeanie jeanne
jemima jem mima
jennifer jen jenny jenni jennie
jeremy jez jerry jem
jessica jess jessie
joan joanie
joanna jo joanne anna jojo joan
john johnny jon jack ian ieuan evan sean shaun jan johnnie jonny ivan
jonathan jon jonny johnathan
joseph joe joey jo yusuf yousef yousuf jozef josef youssef
josephine jo josie
joshua josh
joyce joy
judith judy jude
julia julie jules juliet
julian jules
karen kaz karin
kathleen kath kathy kay
katrina trina kat
kayleigh kay
keith kev
kelly kel
kenneth ken kenny
kevin kev kevan
khadija khadijah khadeeja
khalid khaled
kimberley kim kimberly
laura lori laurie
lauren loz laurie
laurence larry lawrence laurie lorenzo
leonard len lenny leo
leslie les lesley
lewis lew louis lou luis ludwik
lillian lily lil lilian
linda lin lyn lynda lindy
louise lou lulu louisa
lucy lucinda lu lucille
luke lucas lukasz
lydia lyd
lynn lyn lynne lynette
madeleine maddie maddy madeline
magdalena magda lena
malcolm mal malc
margaret maggie meg peggy marge margie greta rita daisy peg mags malgorzata gosia marjorie
maria mary marie mia marya mariya
marian marion
mariam maryam miriam
mark marc marcus marek
martha mattie
martin marty martyn marcin
mary molly polly may mamie maria marie mae moll
matilda tilly mattie maud tilda
matthew matt matty mathew mateusz
maureen mo
maurice mo morris
maximilian max
melanie mel
melissa mel lissa missy
michael mike mick micky mickey michal mikhail mikolaj mikey micheal
michelle shell chelle shelly
mildred millie
miriam mim
mohammed muhammad mohamed mohammad muhammed mohamad mohd mo mehmet mahomed muhamed md mohamud
monica mon
mustafa mustapha
nancy nan ann
naomi nomi
natalie nat nathalie natalia
natasha tasha nat
nathan nat nate nathaniel
nathaniel nat nate
nicholas nick nicky nik nico nicolas nikolai mikolaj klaus
nicola nicky nikki nic nicole
noor nur noura
norman norm
oliver ollie olly
olivia liv livvy
omar umar umer omer
oscar ossie
osama usama
oswald oz ozzy
owen owain
pamela pam
patricia pat patsy tricia trish patty tish trisha
patrick pat paddy patryk padraig
paul pauly pavel pawel paulo pablo
pauline paula polly
penelope penny
percival percy
peter pete piotr petr pedro
philip phil phillip pip filip
philippa pip pippa
phyllis phyl
priscilla cilla prissy
rachel rach rae rachael raquel
raymond ray
rebecca becky becca bex beccy
reginald reg reggie
rhys reece reese
richard rick dick richie ricky rich dickie ryszard ricardo
robert rob bob bobby robbie bert robin roberto bobbie
roberta bobbie robbie
roderick rod roddy rory
roger rog rodger
ronald ron ronnie
rosemary rose rosie romy
rosalind ros roz
roseanne rose rosie anne
rosina rose rosie
rupert rupe
russell russ
ruth ruthie
salma selma
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sally sara sal sadie
saeed said sayed syed sayeed
sebastian seb bas
sharon shaz shazza
sheila shelagh sheelagh
shirley shirl
sidney sid sydney
simon si sy szymon
sophia sophie soph zofia sofia
stanley stan
stephanie steph stef stephie
stephen steve steven stevie steph stefan szczepan
stuart stu stewart
susan sue susie suzie suzanne suki suzy zuzanna susanna
sylvia syl silvia
tabitha tabby
tariq tarik tarek
terence terry tel terrance
teresa terry tess tessa theresa tracy
theodore ted theo teddy
theodora dora theo
thomas tom tommy thom tomas tomasz
timothy tim timmy
tobias toby
tracey tracy trace
ursula ulla
valerie val
vanessa nessa
veronica ronnie vera roni
victor vic viktor
victoria vicky vicki tori vikki vic
vincent vin vince vinny
violet vi
virginia ginny gina
vivian viv vivien vivienne
walter wally walt wal
wendy wend
wilfred wilf fred
william will bill billy liam willie wil gwilym wiliam guillermo
winifred win winnie freda
yvonne vonnie
zachary zac zach zak zacharias
zainab zaynab zeinab
zoe zoey
`;

const byName = new Map<string, number[]>();
for (const [group, line] of groups.trim().split('\n').entries())
  for (const name of line.split(' ')) byName.set(name, [...(byName.get(name) ?? []), group]);

/** The groups a forename belongs to; empty for a name the table does not know. */
export function forenameGroups(name: string): readonly number[] {
  return byName.get(name) ?? [];
}

const initialsOfGroup = groups
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map((name) => name.charAt(0)));

/** The first letters of every form of a forename: «liz» may be written with b, e or l. Its own where the table does not know it. */
export function forenameInitials(name: string): string {
  const letters = forenameGroups(name).flatMap((group) => initialsOfGroup[group] ?? []);
  return [...new Set([name.charAt(0), ...letters])].sort().join('');
}

/** Whether the word is known as a forename. */
export function isForename(word: string): boolean {
  return byName.has(word);
}
