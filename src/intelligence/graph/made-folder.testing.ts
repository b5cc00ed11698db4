import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A made-up graph of the shape in which graph databases export one, with what real ones have wrong. */
const tables: Readonly<Record<string, string>> = {
  'nodes.Person':
    ':ID,surname,name,age,:LABEL\n1,Quill,Odo,41,Person\n2,Quill,Nesta,,Person\n3,Marsh,Bevis,33,Person\n4,,,,Person\n5,Alone,Ida,,Person',
  'nodes.Phone': ':ID,phoneNo,:LABEL\n10,0-(070)555-0101,Phone\n11,07700 900401,Phone',
  'nodes.Location':
    ':ID,latitude:double,postcode,longitude:double,address,:LABEL\n20,53.5,QM1 1AA,-2.6,1 Made Row,Location\n21,53.5,QM1 1AA,-2.6,1 made row,Location\n22,53.6,QM1 1AB,-2.6,9 Empty Street,Location',
  'nodes.Crime':
    ':ID,date,id,type,last_outcome,note,charge,:LABEL\n30,3/08/2017,c30,,Under investigation,,,Crime\n31,4/08/2017,c31,Drugs,,,Possession,Crime\n32,4/08/2017,c32,Burglary,,,,Crime',
  'nodes.Vehicle': ':ID,model,reg,make,year,:LABEL\n40,Vito,QX17 ABC,Mercedes,2017,Vehicle',
  'nodes.Object': ':ID,description,id,type,:LABEL\n50,"Scales, small",e1,Evidence,Object',
  'nodes.Officer': ':ID,badge_no,rank,name,surname,:LABEL\n60,00-1,Sergeant,Ulric,Vane,Officer',
  'nodes.PostCode': ':ID,code,:LABEL\n70,QM1 1AA,PostCode\n70,QM1 1AA,PostCode',
  'nodes.Comet': ':ID,:LABEL\n80,Comet',
  'relationships.KNOWS':
    ':START_ID,:END_ID,:TYPE\n1,2,KNOWS\n2,1,KNOWS\n2,3,KNOWS\n1,99,KNOWS\n1,1,KNOWS\n1,10,KNOWS',
  'relationships.FAMILY_REL': ':START_ID,:END_ID,:TYPE,rel_type\n1,2,FAMILY_REL,SIBLING',
  'relationships.HAS_PHONE': ':START_ID,:END_ID,:TYPE\n1,10,HAS_PHONE\n3,11,HAS_PHONE',
  'relationships.CURRENT_ADDRESS': ':START_ID,:END_ID,:TYPE\n1,20,CURRENT_ADDRESS\n3,21,CURRENT_ADDRESS',
  'relationships.PARTY_TO': ':START_ID,:END_ID,:TYPE\n3,31,PARTY_TO',
  'relationships.INVOLVED_IN': ':START_ID,:END_ID,:TYPE\n40,31,INVOLVED_IN\n50,31,INVOLVED_IN',
  'relationships.OCCURRED_AT': ':START_ID,:END_ID,:TYPE\n30,20,OCCURRED_AT\n31,21,OCCURRED_AT',
  'relationships.INVESTIGATED_BY': ':START_ID,:END_ID,:TYPE\n30,60,INVESTIGATED_BY\n32,60,INVESTIGATED_BY',
  'relationships.HAS_POSTCODE': ':START_ID,:END_ID,:TYPE\n20,70,HAS_POSTCODE',
};

/** Writes it into a folder. Everybody in it is made up. */
export function writeMadeGraph(folder: string): void {
  for (const [name, text] of Object.entries(tables))
    writeFileSync(join(folder, `made.${name}.csv`), `${text}\n`);
  writeFileSync(join(folder, 'ring.nodes.csv'), '"id","name"\n1,"1"\n2,"Made_Up_LLC"\n');
  writeFileSync(join(folder, 'ring.edges.csv'), '"from","to","weight"\n2,1,3\n');
}
