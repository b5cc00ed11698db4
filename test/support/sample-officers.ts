/** Officers of the unit, and one who sends it forms, as SQL that names them. */
export const unit = `select o.agency_id, o.id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'imran.intel'`;
export const manager = `select o.id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'morag.manager'`;
export const sender = `select o.agency_id, o.id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'olu.officer'`;
