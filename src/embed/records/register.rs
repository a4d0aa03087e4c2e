//! The register of a page: use cases with what they come to, changed and shown in steps, so that a page can
//! tell how far it is and stop.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::{Value as Json, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{Records, json, refused};
use crate::catalog::{Catalog, Date, Tier, Unmarked};
use crate::files::register_workbook;
use crate::reading::{Mistake, Value};
use crate::record::UseCase;
use crate::register::{
    CsvStyle, Entry, Evaluator, Fate, Importer, Mapping, NextBest, Order, Portfolio, Progress, Query,
    RegisterRecord, RowReport, Sort, Suggestions, Table, compare, csv, guess, read, read_paste, rows, select,
    window,
};
use crate::suggest::Model;

/// Rows that a page shows of a table before it is imported.
const SAMPLE: usize = 20;

/// The register of a page.
#[wasm_bindgen]
pub struct Register {
    records: Records,
    evaluator: Evaluator,
    model: Option<Model>,
    use_cases: Vec<UseCase>,
    /// Where each id is.
    places: HashMap<String, usize>,
    entries: Vec<Entry>,
    suggested: Vec<Option<Suggestions>>,
    /// Places of those that are shown, in order.
    shown: Vec<usize>,
    import: Option<Import>,
    /// What became of the rows of the last import that were not simply taken, refused ones first.
    reports: Vec<RowReport>,
    best: Option<(NextBest, usize)>,
}

/// A table on its way into the register.
struct Import {
    table: Table,
    importer: Option<Importer>,
    at: usize,
    taken: Vec<UseCase>,
    counts: [usize; 3],
    reports: Vec<RowReport>,
}

#[wasm_bindgen]
impl Register {
    /// An empty register under the law of a day; `model` is what suggestions are made with.
    ///
    /// # Errors
    /// `{code, message}` as JSON where day or model cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(records: Records, as_of: &str, model: Option<Box<[u8]>>) -> Result<Register, JsValue> {
        let as_of: Date = as_of.parse().map_err(|error| refused("as-of", &error, &[]))?;
        let model = match model {
            Some(bytes) => Some(Model::read(&bytes).map_err(|error| refused("model", &error, &[]))?),
            None => None,
        };
        Ok(Self {
            evaluator: Evaluator::new(records.catalog, as_of),
            records,
            model,
            use_cases: Vec::new(),
            places: HashMap::new(),
            entries: Vec::new(),
            suggested: Vec::new(),
            shown: Vec::new(),
            import: None,
            reports: Vec::new(),
            best: None,
        })
    }

    /// How many use cases there are.
    pub fn length(&self) -> usize {
        self.use_cases.len()
    }

    /// Puts use cases behind those that are there: a list of use cases, each as JSON of a visit, record or use
    /// case. Those whose id is taken already take its place.
    ///
    /// # Errors
    /// `{code, message, mistakes}` as JSON; nothing is taken then.
    pub fn put(&mut self, cases: &str) -> Result<(), JsValue> {
        let file = [r#"{"schema":2,"use_cases":"#, cases, "}"].concat();
        for opened in self.records.opened(&file)?.cases {
            self.keep(opened.use_case);
        }
        Ok(())
    }

    /// The use case with an id, as JSON; nothing where there is none.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn get(&self, id: &str) -> Result<Option<String>, JsValue> {
        self.place(id)
            .and_then(|place| self.use_cases.get(place))
            .map(json)
            .transpose()
    }

    /// `limit` use cases from a place on, in the order of the register, as a JSON list of their texts: what a
    /// page keeps, each for itself.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn slice(&self, from: usize, limit: usize) -> Result<String, JsValue> {
        let cases = self.use_cases.iter().skip(from).take(limit);
        let texts: Result<Vec<[String; 2]>, JsValue> =
            cases.map(|case| Ok([case.id.clone(), json(case)?])).collect();
        json(&texts?)
    }

    /// Takes use cases out.
    pub fn remove(&mut self, ids: Vec<String>) {
        let gone: HashSet<String> = ids.into_iter().collect();
        let kept = self.use_cases.iter().map(|case| !gone.contains(&case.id));
        let kept: Vec<bool> = kept.collect();
        retain(&mut self.use_cases, &kept);
        retain(&mut self.entries, &kept);
        retain(&mut self.suggested, &kept);
        let places = self.use_cases.iter().map(|case| case.id.clone()).zip(0..);
        self.places = places.collect();
        self.shown.clear();
        self.best = None;
    }

    /// An id that no use case has yet.
    #[wasm_bindgen(js_name = freeId)]
    pub fn free_id(&self) -> String {
        (self.use_cases.len() + 1..)
            .map(|number| ["uc-", &number.to_string()].concat())
            .find(|id| self.place(id).is_none())
            .unwrap_or_default()
    }

    /// Selects and sorts: `{text, tier, sector, tag, status, archived, unsettled, open, sort, reversed}` as JSON, all
    /// of which may be missing; `open` is a fact. How many are found.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn select(&mut self, wanted: &str) -> Result<usize, JsValue> {
        let wanted: Json = serde_json::from_str(wanted).map_err(|error| refused("query", &error, &[]))?;
        let (query, order) = self.query(&wanted);
        self.shown = select(&self.use_cases, &self.entries, &query, order);
        Ok(self.shown.len())
    }

    /// `limit` rows of those that were selected, from `offset` on, as JSON.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn window(&self, offset: usize, limit: usize) -> Result<String, JsValue> {
        let places = window(&self.shown, offset, limit).iter();
        let rows = places.filter_map(|place| self.row(*place));
        json(&rows.collect::<Vec<_>>())
    }

    /// Finds what the words of use cases suggest, for so many that have not been looked at. How many are left.
    pub fn suggest(&mut self, most: usize) -> usize {
        let Some(model) = &self.model else {
            return 0;
        };
        let missing = self
            .suggested
            .iter_mut()
            .zip(&self.use_cases)
            .filter(|(known, _)| known.is_none());
        for (slot, case) in missing.take(most) {
            *slot = Some(self.evaluator.suggestions(case, model));
        }
        self.suggested.iter().filter(|known| known.is_none()).count()
    }

    /// Totals over the whole register, as JSON.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn portfolio(&self) -> Result<String, JsValue> {
        let mut portfolio = Portfolio::default();
        let rows = self.use_cases.iter().zip(&self.entries).zip(&self.suggested);
        for ((case, entry), suggested) in rows {
            portfolio.add(case, entry, suggested.as_ref());
        }
        json(&portfolio.record(self.catalog()))
    }

    /// Looks at so many use cases more for the question that settles most: `{left, ranking}` as JSON, the
    /// ranking once none is left.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    #[wasm_bindgen(js_name = nextBest)]
    pub fn next_best(&mut self, most: usize) -> Result<String, JsValue> {
        let catalog = self.records.catalog;
        let as_of = self.evaluator.as_of();
        let (best, at) = self
            .best
            .get_or_insert_with(|| (NextBest::new(catalog, as_of), 0));
        for case in self.use_cases.iter().skip(*at).take(most) {
            if !case.archived {
                best.add(case);
            }
            *at += 1;
        }
        let left = self.use_cases.len().saturating_sub(*at);
        let ranking = (left == 0).then(|| {
            let ranking = best.ranking().into_iter().filter_map(|best| {
                let fact = catalog.facts.get(usize::from(best.fact))?.id;
                Some(json!({ "fact": fact, "use_cases": best.use_cases, "narrowing": best.narrowing }))
            });
            ranking.collect::<Vec<_>>()
        });
        if left == 0 {
            self.best = None;
        }
        json(&json!({ "left": left, "ranking": ranking }))
    }

    /// Two assessments of one use case, each as JSON of a use case: which answers differ, and which matter.
    ///
    /// # Errors
    /// `{code, message, mistakes}` as JSON.
    pub fn compare(&self, one: &str, other: &str) -> Result<String, JsValue> {
        let of = |text: &str| {
            let mut cases = self.records.opened(text)?.cases;
            Ok::<UseCase, JsValue>(cases.pop().map(|case| case.use_case).unwrap_or_default())
        };
        json(&compare(
            self.catalog(),
            [&of(one)?, &of(other)?],
            self.evaluator.as_of(),
        ))
    }

    /// Reads a table from a file: `{columns, rows, notes, sample, mapping, key}` as JSON.
    ///
    /// # Errors
    /// `{code, message, mistakes}` as JSON.
    #[wasm_bindgen(js_name = readTable)]
    pub fn read_table(&mut self, bytes: &[u8], name: &str) -> Result<String, JsValue> {
        self.take_table(read(bytes, name))
    }

    /// Reads what a spreadsheet put on the clipboard.
    ///
    /// # Errors
    /// `{code, message, mistakes}` as JSON.
    #[wasm_bindgen(js_name = readPaste)]
    pub fn read_paste(&mut self, text: &str) -> Result<String, JsValue> {
        self.take_table(read_paste(text))
    }

    /// Begins to import the table that was read last, with a mapping as JSON. What of the mapping does not fit,
    /// as a JSON list.
    ///
    /// # Errors
    /// `{code, message, mistakes}` as JSON.
    #[wasm_bindgen(js_name = beginImport)]
    pub fn begin_import(&mut self, mapping: &str) -> Result<String, JsValue> {
        let tree: Value = serde_json::from_str(mapping).map_err(|error| refused("not-json", &error, &[]))?;
        let mapping = Mapping::of_value(&tree, self.catalog())
            .map_err(|mistakes| refused("mapping", &"the mapping has mistakes", &mistakes))?;
        let taken: Vec<String> = self.use_cases.iter().map(|case| case.id.clone()).collect();
        let (catalog, texts) = (self.records.catalog, &self.records.texts);
        let Some(import) = &mut self.import else {
            return Err(refused("no-table", &"no table was read", &[]));
        };
        let (mapping, unfit) = mapping.fit(&import.table.columns);
        let importer = Importer::new(&mapping, &import.table.columns, (catalog, texts), taken);
        *import = Import::of(core::mem::take(&mut import.table));
        import.importer = Some(importer);
        json(&unfit)
    }

    /// Takes so many rows more: `{done, rows, counts}` as JSON; counts are taken, taken with notes, refused.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    #[wasm_bindgen(js_name = importRows)]
    pub fn import_rows(&mut self, most: usize) -> Result<String, JsValue> {
        let Some(import) = &mut self.import else {
            return Err(refused("no-table", &"no table was read", &[]));
        };
        let Some(importer) = &mut import.importer else {
            return Err(refused("no-mapping", &"the import has not begun", &[]));
        };
        let rows = import.table.rows.iter().zip(&import.table.numbers);
        for (cells, number) in rows.skip(import.at).take(most) {
            let (case, report) = importer.row(cells, *number);
            import.taken.extend(case);
            let [taken, noted, refused] = &mut import.counts;
            *match report.fate {
                Fate::Taken => taken,
                Fate::Noted => noted,
                Fate::Refused => refused,
            } += 1;
            if report.fate != Fate::Taken {
                import.reports.push(report);
            }
            import.at += 1;
        }
        json(&json!({ "done": import.at, "rows": import.table.rows.len(), "counts": import.counts }))
    }

    /// Puts what was imported into the register. How many rows [`Register::reports`] tells of. Use cases are
    /// evaluated by [`Register::evaluate`].
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    #[wasm_bindgen(js_name = endImport)]
    pub fn end_import(&mut self) -> Result<usize, JsValue> {
        let Some(import) = self.import.take() else {
            return Err(refused("no-table", &"no table was read", &[]));
        };
        for case in import.taken {
            self.push(case);
        }
        self.best = None;
        self.reports = import.reports;
        self.reports.sort_by_key(|report| report.fate != Fate::Refused);
        Ok(self.reports.len())
    }

    /// `limit` rows of the last import with notes or refused, from a place on, as JSON; refused ones come first.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn reports(&self, from: usize, limit: usize) -> Result<String, JsValue> {
        json(&window(&self.reports, from, limit))
    }

    /// Forgets the table that was read.
    #[wasm_bindgen(js_name = dropImport)]
    pub fn drop_import(&mut self) {
        self.import = None;
    }

    /// Evaluates so many of the use cases that were put in and not evaluated yet. How many are left.
    pub fn evaluate(&mut self, most: usize) -> usize {
        let at = self.entries.len();
        for case in self.use_cases.iter().skip(at).take(most) {
            self.entries.push(self.evaluator.entry(case));
            self.suggested.push(None);
        }
        self.use_cases.len().saturating_sub(self.entries.len())
    }

    /// The register as a table in CSV.
    pub fn csv(&self, semicolon: bool) -> String {
        let table = rows(&self.use_cases, &self.entries, self.catalog());
        let written = CsvStyle {
            separator: if semicolon { b';' } else { b',' },
            bom: true,
        };
        csv(&table.header, table.rows.iter().map(Vec::as_slice), written)
    }

    /// The register as a workbook, of which one sheet can be read again.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn workbook(&self) -> Result<Vec<u8>, JsValue> {
        let texts = Unmarked(&self.records.texts);
        let (setting, as_of) = (self.records.setting(false, &texts), self.evaluator.as_of());
        register_workbook(&self.use_cases, &self.entries, &setting, as_of)
            .map_err(|error| refused("file", &error, &[]))
    }

    /// The register as JSON, which [`crate::record::open`] reads.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn json(&self) -> Result<String, JsValue> {
        json(&RegisterRecord::of(&self.use_cases))
    }
}

impl Register {
    fn catalog(&self) -> &'static Catalog {
        self.records.catalog
    }

    /// The index of a fact.
    fn fact(&self, id: &str) -> Option<u16> {
        let mut facts = (0_u16..).zip(self.catalog().facts);
        facts.find(|(_, fact)| fact.id == id).map(|(index, _)| index)
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    fn push(&mut self, case: UseCase) {
        self.places.insert(case.id.clone(), self.use_cases.len());
        self.use_cases.push(case);
    }

    /// Puts one in its place, or behind all. It is evaluated at once where it takes a place.
    fn keep(&mut self, mut case: UseCase) {
        if case.id.is_empty() {
            case.id = self.free_id();
        }
        self.best = None;
        let Some(place) = self.place(&case.id) else {
            self.push(case);
            return;
        };
        if let Some(slot) = self.entries.get_mut(place) {
            *slot = self.evaluator.entry(&case);
        }
        if let Some(slot) = self.suggested.get_mut(place) {
            *slot = None;
        }
        if let Some(slot) = self.use_cases.get_mut(place) {
            *slot = case;
        }
    }

    fn query(&self, wanted: &Json) -> (Query, Order) {
        let text = |key: &str| {
            wanted
                .get(key)
                .and_then(Json::as_str)
                .filter(|text| !text.is_empty())
        };
        let sectors = self
            .catalog()
            .facts
            .get(usize::from(self.catalog().special.sectors));
        let sector = text("sector").and_then(|id| {
            let values = sectors.map_or(&[][..], |fact| fact.values);
            u32::try_from(values.iter().position(|value| *value == id)?).ok()
        });
        let query = Query {
            text: text("text").unwrap_or_default().to_owned(),
            tier: text("tier").and_then(|id| Tier::ALL.into_iter().find(|tier| tier.id() == id)),
            sector,
            tag: text("tag").map(str::to_owned),
            progress: text("status").and_then(|id| Progress::ALL.into_iter().find(|known| known.id() == id)),
            archived: wanted.get("archived").and_then(Json::as_bool),
            unsettled: wanted.get("unsettled").and_then(Json::as_bool).unwrap_or(false),
            open: text("open").and_then(|id| self.fact(id)),
        };
        let by = match text("sort") {
            Some("name") => Sort::Name,
            Some("tier") => Sort::Tier,
            Some("deadline") => Sort::Deadline,
            Some("open") => Sort::Open,
            _ => Sort::Register,
        };
        let reversed = wanted.get("reversed").and_then(Json::as_bool).unwrap_or(false);
        (query, Order { by, reversed })
    }

    /// What a page shows of a use case.
    fn row(&self, place: usize) -> Option<Json> {
        let (case, entry) = (self.use_cases.get(place)?, self.entries.get(place)?);
        let catalog = self.catalog();
        let fact = |index: u16| catalog.facts.get(usize::from(index)).map(|fact| fact.id);
        let deadline = entry.deadline.as_ref().map(|deadline| {
            let reached = deadline.milestones.iter();
            let milestones =
                reached.filter_map(|index| Some(catalog.milestones.get(usize::from(*index))?.id));
            json!({
                "day": deadline.day.to_string(),
                "milestones": milestones.collect::<Vec<_>>(),
                "tier_changes": deadline.tier_changes,
            })
        });
        let suggested = self.suggested.get(place).and_then(Option::as_ref);
        Some(json!({
            "id": case.id,
            "name": case.name,
            "description": case.description,
            "tags": case.tags,
            "archived": case.archived,
            "range": entry.range.map(Tier::id),
            "sectors": entry.sector_ids(catalog),
            "open": entry.open,
            "next": entry.next_question.and_then(fact),
            "deadline": deadline,
            "status": entry.progress,
            "percent": entry.percent,
            "answered": case.answers.len(),
            "suggested": suggested,
        }))
    }

    fn take_table(&mut self, read: Result<Table, Vec<Mistake>>) -> Result<String, JsValue> {
        let table = read.map_err(|mistakes| refused("not-a-table", &"the file is no table", &mistakes))?;
        let mapping = guess(&table, self.catalog(), &self.records.texts);
        let about = json(&TableRead {
            key: Mapping::key(&table.columns),
            rows: table.rows.len(),
            sample: table.rows.iter().take(SAMPLE).collect(),
            notes: &table.notes,
            columns: &table.columns,
            mapping: &mapping,
        });
        self.import = Some(Import::of(table));
        about
    }
}

impl Import {
    fn of(table: Table) -> Self {
        Self {
            table,
            importer: None,
            at: 0,
            taken: Vec::new(),
            counts: [0; 3],
            reports: Vec::new(),
        }
    }
}

/// A table that was read, as the page gets it.
#[derive(Serialize)]
struct TableRead<'a> {
    key: String,
    rows: usize,
    columns: &'a [String],
    sample: Vec<&'a Vec<String>>,
    notes: &'a [Mistake],
    mapping: &'a Mapping,
}

/// Keeps those that are marked.
fn retain<T>(parts: &mut Vec<T>, kept: &[bool]) {
    let mut marks = kept.iter();
    parts.retain(|_| marks.next().copied().unwrap_or(true));
}
