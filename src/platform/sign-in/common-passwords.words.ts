/**
 * What people take when they are asked for twelve characters, and the words that they put figures behind. Compared after
 * capitals, figures for letters and what stands at the ends are taken away, so that one line stands for hundreds.
 * Written for this product from general knowledge of published lists of leaked passwords; no list is copied.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwords passw0rd passphrase mypassword thepassword newpassword password password letmein letmeinnow welcome
  welcomeback welcomehome changeme changemenow changeit admin administrator administration adminadmin root rootroot
  superuser user username login signin guest test tester testing testtest testpassword temp temporary default secret
  topsecret secretsecret master masterkey access accessdenied security secure computer internet windows microsoft google
  facebook instagram whatsapp youtube linkedin amazon netflix samsung iphone android qwerty qwertyuiop qwertyqwerty
  qwertyuiopasdfghjkl asdfghjkl asdfasdf asdfghjklzxcvbnm zxcvbnm zxcvbnmzxcvbnm qazwsx qazwsxedc qazwsxedcrfv
  qwertyuiopasdf onetwothree onetwothreefour iloveyou iloveyoubaby iloveyouforever loveyou lovelove sunshine
  sunshinesunshine princess princessprincess football footballfootball liverpool liverpoolfc arsenal arsenalfc chelsea
  chelseafc everton evertonfc tottenham manchester manchesterunited manunited mancity rangers celtic newcastle westham
  astonvilla cricket rugby england englandengland scotland wales london londonlondon britain greatbritain unitedkingdom
  birmingham yorkshire merrowshire superman batman spiderman starwars pokemon pokemonpokemon dragon dragonball monkey
  monkeymonkey shadow tiger buster charlie jordan michael jessica jennifer daniel thomas george william elizabeth
  charlotte summer summertime autumn winter wintertime spring springtime christmas merrychristmas january february
  march april august september october november december monday tuesday wednesday thursday friday saturday sunday
  weekend holiday holidays birthday happybirthday mother father family children freedom forever whatever nothing
  something trustno trustnoone hello hellohello helloworld goodbye correcthorsebatterystaple council police bailiwick
  bailiwickbailiwick bananabanana chocolate chocolatecake cheesecake pineapple strawberry butterfly sweetheart
  mustang ferrari porsche corvette harley davidson baseball basketball hockey soccer soccerball computerscience
  abcdefgh abcdefghij abcdefghijkl abcdefghijklm abcdefghijklmnop abcabcabc abcabcabcabc aaaaaaaaaaaa`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
