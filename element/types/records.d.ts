// The records of a visit and of the engine: plain data, as it travels in events, files and results.
//
// The keys are those that the engine writes. Ids of facts, values, rules, flags and items belong to the catalogue and
// are texts; what the code closes is a union. The schemas in schema/ are made from this file.

/**
 * A day, `YYYY-MM-DD`.
 *
 * @pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$
 */
export type Day = string;

/** A tier of the AI Act, lowest first. */
export type Tier = 'out-of-scope' | 'minimal' | 'limited' | 'exempt' | 'high-sectoral' | 'high' | 'prohibited';

/** How firm a statement is. */
export type Basis = 'law' | 'guideline' | 'draft-guideline' | 'own-judgement';

/** Answers: ids of facts with lists of value ids; `['unknown']` for "I don't know", `[]` for none of them. */
export interface Answers {
  /** Value ids of one fact. */
  [fact: string]: string[];
}

/** Answers as they may be given: a single value id stands for a list of one, `'none'` for an empty list. */
export interface GivenAnswers {
  /** A value id, or a list of them. */
  readonly [fact: string]: string | readonly string[];
}

/** Answers to add, and `null` to take one away. */
export interface AddedAnswers {
  /** Value ids, or `null`. */
  readonly [fact: string]: readonly string[] | null;
}

/** How far the work on an item is. */
export type Status = 'not-started' | 'planned' | 'partial' | 'implemented' | 'verified' | 'not-applicable';

/** What is recorded about one item of the checklist; what is empty is left out. */
export interface ItemWork {
  /** How far the work is. */
  status: Status;
  /** It is written down. */
  documented?: boolean;
  /** It is done in practice. */
  working?: boolean;
  /** There is evidence. */
  proven?: boolean;
  /** Who does it. */
  owner?: string;
  /** When it is to be done. */
  due?: Day;
  /** Why it was left out, or taken in. */
  reason?: string;
  /** A note. */
  note?: string;
  /** Where the evidence is. */
  evidence?: string;
}

/** What is recorded about items of the checklist, by item id. */
export interface Work {
  /** What is recorded about one item. */
  [item: string]: ItemWork;
}

/** A tab of the checklist. */
export type Tab = 'lines' | 'gaps' | 'plan' | 'statement' | 'starters' | 'crosswalk' | 'advice';

/** The start screen. */
export interface StartStep {
  /** Which screen. */
  name: 'start';
}

/** A question. */
export interface QuestionStep {
  /** Which screen. */
  name: 'question';
  /** Id of the fact that is asked for. */
  fact: string;
}

/** The result. */
export interface ResultStep {
  /** Which screen. */
  name: 'result';
}

/** The checklist. */
export interface ChecklistStep {
  /** Which screen. */
  name: 'checklist';
  /** The tab; the first one if left out. */
  tab?: Tab;
}

/** The list of a register; only where `mode` is `register`. */
export interface RegisterStep {
  /** Which screen. */
  name: 'register';
}

/** The cases of a workshop; only where `mode` is `workshop`. */
export interface WorkshopStep {
  /** Which screen. */
  name: 'workshop';
}

/** A screen. */
export type Step = StartStep | QuestionStep | ResultStep | ChecklistStep | RegisterStep | WorkshopStep;

/** What is said of a use case beside its answers. */
export interface About {
  /** Id in the register it belongs to. */
  id?: string;
  /** Its name. */
  name?: string;
  /** What it is, in free words. */
  description?: string;
  /** Words to find it by. */
  tags?: string[];
  /** Whether it is put aside. */
  archived?: boolean;
  /** Who answered. */
  assessor?: string;
  /** Anything else. */
  notes?: string;
  /** First day of the plan. */
  plan_start?: Day;
  /** Columns of the register it came from that mean nothing here: name and text. */
  columns?: [string, string][];
}

/** A visit: all that is needed to go on with it. */
export interface Visit {
  /** Version of this shape. */
  schema: 2;
  /** What is said of the use case. */
  about?: About;
  /** What was answered. */
  answers: Answers;
  /** What is recorded about items of the checklist; empty where nothing is. */
  work: Work;
  /** The screen. */
  step: Step;
}

/** A visit as it was kept or saved: what is missing is empty, and the screen is the result. */
export interface SavedVisit extends About {
  /** Version of this shape; files of the first one open too. */
  schema: 1 | 2;
  /** What is said of the use case, as in a visit; in files it stands beside the answers. */
  about?: About;
  /** What was answered. */
  answers: Answers;
  /** What is recorded about items of the checklist. */
  work?: Work;
  /** The screen. */
  step?: Step;
  /** What the answers led to then; it is compared with what they lead to now. */
  result?: Result;
}

/** What the answers lead to. */
export interface Result {
  /** The tier if one is left, else `null`. */
  tier: Tier | null;
  /** Whether one tier is left. */
  settled: boolean;
  /** Lowest and highest tier still possible. */
  range: [Tier, Tier];
  /** Ids of the flags raised. */
  flags: string[];
  /** Roles under the Act, as answered and as the law adds them. */
  roles: string[];
  /** Sectors, as answered. */
  sectors: string[];
  /** Ids of the rules and derogations that hold. */
  rules: string[];
  /** Where they stand, each place once. */
  references: string[];
  /** Day on which the duties of the tier start. */
  applies_from: Day | null;
  /** Ids of the facts that could still change something, the one that settles most first. */
  open: string[];
  /** Catalogue and version, as `id@version`. */
  catalog: string;
  /** First day of the version of the Act that was applied. */
  law_date: Day | null;
  /** Day whose law was applied. */
  as_of: Day;
  /** Fingerprint of answers, catalogue and result. */
  receipt: string;
  /** Overlays that took part; they decide nothing. */
  overlays?: OverlayMark[];
}

/** An overlay that took part. */
export interface OverlayMark {
  /** Stable id. */
  id: string;
  /** Version. */
  version: string;
  /** Name. */
  name: string;
}

/** What an overlay adds to an item. */
export interface Addition {
  /** Id of the overlay. */
  overlay: string;
  /** Ids of the vendor's controls. */
  controls?: string[];
  /** Places in the vendor's portal. */
  links?: { title: string; url: string }[];
  /** What proves it there. */
  evidence?: string[];
}

/** What an item of the checklist is. */
export type ItemKind = 'clause' | 'control' | 'act' | 'sector' | 'overlay';

/** Whether an item applies: it does, it depends on a decision, or it may be left out with a reason. */
export type Applicability = 'applicable' | 'conditional' | 'excludable';

/** How deep the work on an item goes. */
export type Depth = 'light' | 'standard' | 'full';

/** A phase of Plan-Do-Check-Act. */
export type Phase = 'plan' | 'do' | 'check' | 'act';

/** A stage of the life of a system. */
export type Stage =
  | 'organisation'
  | 'inception'
  | 'design'
  | 'validation'
  | 'deployment'
  | 'operation'
  | 'continuous-validation'
  | 're-evaluation'
  | 'retirement';

/** 1 first, 2 next, 3 later. */
export type Priority = 1 | 2 | 3;

/** One line of a checklist. */
export interface ChecklistLine {
  /** Id of the item. */
  id: string;
  /** Number shown: `6.1.2`, `A.6.2.8`, `Art 26(2)`. */
  ref: string;
  /** What it is. */
  kind: ItemKind;
  /** Short title. */
  title: string;
  /** Heading. */
  group: string;
  /** Whether it applies. */
  applicability: Applicability;
  /** Why it is here, in words. */
  reason: string;
  /** How urgent it is. */
  priority: Priority;
  /** Whether a sector of the use case brings it forward. */
  stressed: boolean;
  /** How deep the work goes. */
  depth: Depth;
  /** What to do. */
  do: string;
  /** What changes at this depth. */
  at_this_depth: string | null;
  /** What an auditor asks to see. */
  evidence: string;
  /** A common finding. */
  pitfall: string | null;
  /** Reason under which a control may be left out. */
  excluded_when: string | null;
  /** Owner role, in words. */
  owner: string;
  /** Phase of Plan-Do-Check-Act. */
  phase: Phase;
  /** Stages of the life of a system. */
  stages: Stage[];
  /** Whether the standard asks for documented information. */
  documented: boolean;
  /** Set-up effort in person-days, low and high; our own estimate. */
  effort_days: [number, number] | null;
  /** Percent of the effort that certificates held save. */
  reuse_percent: number;
  /** Day on which the duty starts. */
  due: Day | null;
  /** How firm it is. */
  basis: Basis;
  /** What it is good for. */
  why: string | null;
  /** The tasks it consists of, in order. */
  tasks: string[];
  /** What is different for the roles held, and for small organisations. */
  notes: string[];
  /** What somebody with ISO/IEC 27001 still has to add. */
  new: string | null;
  /** The law, guidance or standard behind an item of a sector. */
  driver: string | null;
  /** For whom and where it applies. */
  where: string | null;
  /** Whether that was confirmed at a source. */
  confirmed: boolean;
  /** Whether it is done for each AI system. */
  per: 'system' | 'organisation';
  /** What brings it forward, in words. */
  emphasis: string[];
  /** Ids of the items that it makes concrete. */
  links: string[];
  /** Findings that audits report often about it. */
  findings: string[];
  /** What overlays add to it. */
  additions?: Addition[];
}

/** The checklist of one use case. */
export interface Checklist {
  /** The tier the list is made for: the highest still possible, and at most `high` while it is open. */
  tier: Tier;
  /** Whether that tier is settled. */
  settled: boolean;
  /** The lines, in the order of the catalogue. */
  items: ChecklistLine[];
  /** Overlays that took part. */
  overlays?: OverlayMark[];
}

/** Readiness, as a whole or of a group. */
export interface Readiness {
  /** Whole percent, rounded down. */
  percent: number;
  /** Lines that count. */
  counted: number;
  /** Lines done. */
  done: number;
  /** Lines left out. */
  left_out: number;
  /** What was earned: weight of the priority times percent of the status. */
  earned: number;
  /** What can be earned. */
  possible: number;
}

/** Readiness of a group of the checklist. */
export interface GroupReadiness extends Readiness {
  /** Id of the group. */
  group: string;
  /** Its name. */
  name: string;
}

/** Something that must be true before the second stage of the audit. */
export interface Prerequisite {
  /** Stable id. */
  id: string;
  /** What it is, in words. */
  words: string;
  /** Whether it is true. */
  met: boolean;
  /** Ids of the items that are missing. */
  missing: string[];
}

/** A line that is not done. */
export interface Gap {
  /** Id of the item. */
  id: string;
  /** Its title. */
  title: string;
  /** Whether the second stage of the audit waits for it. */
  blocks: boolean;
  /** Day on which the law asks for it. */
  due: Day | null;
  /** How urgent it is. */
  priority: Priority;
  /** Person-days, low and high, less what a certificate saves. */
  effort_days: [number, number] | null;
}

/** How far the work is, and what is missing. */
export interface Progress {
  /** Over clauses and controls. */
  overall: Readiness;
  /** By group. */
  groups: GroupReadiness[];
  /** The gate before the second stage of the audit. */
  gate: Prerequisite[];
  /** Open lines, the most urgent first. */
  gaps: Gap[];
}

/** A reason for or against a certificate. */
export interface AdviceReason {
  /** Stable id. */
  id: string;
  /** Points; negative ones speak against it. */
  weight: number;
  /** In words. */
  words: string;
}

/** Advice on certification. */
export interface Advice {
  /** `start`, `prepare`, `light` or `not-yet`; `null` while too little is known, and for a prohibited use. */
  verdict: string | null;
  /** Its name. */
  name: string | null;
  /** What it means. */
  meaning: string | null;
  /** What to do now. */
  next: string | null;
  /** Points for it less points against it. */
  points: number;
  /** The reasons that hold. */
  reasons: AdviceReason[];
}

/** A step of the plan. */
export interface PlanStep {
  /** Stable id. */
  id: string;
  /** Its name. */
  name: string;
  /** What happens. */
  do: string;
  /** What comes out of it. */
  output: string;
  /** Weeks from the start of the work, first and last, if everything goes fast. */
  fast: [number, number];
  /** The same, if everything takes its time. */
  slow: [number, number];
  /** Ids of the items it is about. */
  items: string[];
}

/** How long it takes. */
export interface Schedule {
  /** Months to the certificate, low and high. */
  months: [number, number];
  /** What is there already, in words. */
  base: string;
  /** Months that this saves, low and high. */
  saved_months: [number, number];
  /** What makes it longer or shorter, in words. */
  modifiers: string[];
  /** Person-days, low and high; `null` where the size of the organisation is not known. */
  effort_days: [number, number] | null;
  /** The steps. */
  steps: PlanStep[];
}

/** A date of the law. */
export interface LawDate {
  /** The day. */
  date: Day;
  /** Whole months from the day asked for. */
  month: number;
  /** What starts, in words. */
  words: string[];
}

/** Somebody the plan needs. */
export interface Position {
  /** Stable id. */
  id: string;
  /** `open` while an answer decides. */
  needed: 'yes' | 'open';
  /** Its name. */
  name: string;
  /** What it does. */
  does: string;
  /** What it has to be able to do. */
  competence: string;
  /** Level of training. */
  training: string;
  /** Name of the training that fits. */
  training_name: string;
  /** Id of the position that the same person may hold in a small organisation. */
  combine: string | null;
}

/** The way to a certificate. */
export interface Plan {
  /** The tier the list is made for. */
  tier: Tier;
  /** How far the work is; `null` for a prohibited use. */
  progress: Progress | null;
  /** Whether to certify. */
  advice: Advice;
  /** How long it takes; `null` for a prohibited use. */
  schedule: Schedule | null;
  /** Dates of the law ahead. */
  law: LawDate[];
  /** Whom the plan needs. */
  people: Position[];
  /** Overlays that took part. */
  overlays?: OverlayMark[];
}

/** One control of a Statement of Applicability. */
export interface StatementRow {
  /** Number of the control. */
  control_id: string;
  /** Short title. */
  title: string;
  /** Where the control is from. */
  source: 'annex_a';
  /** `decide` where it depends on a decision that is not recorded. */
  applicable: 'yes' | 'no' | 'decide';
  /** Why it is in. */
  inclusion_reasons: ('risk_treatment' | 'legal' | 'business')[];
  /** Why it is out. */
  exclusion_reason: 'not_in_role' | 'not_needed_by_risk' | null;
  /** Why, in words. */
  justification: string;
  /** Ids of the duties on the same list that rest on the control. */
  linked_duties: string[];
  /** How far the work is. */
  status: Status;
  /** The person named, else the role. */
  owner: string;
  /** When it is to be done. */
  due_date: Day | null;
  /** Where the evidence is. */
  evidence: string;
  /** What an auditor asks to see. */
  evidence_expected: string;
  /** What overlays add to it. */
  additions?: Addition[];
}

/** A draft Statement of Applicability, until management approves it. */
export interface Statement {
  /** Its rows, in the order of Annex A; none for a prohibited use. */
  rows: StatementRow[];
  /** The catalogue it was made with, as `id@version`. */
  version: string;
  /** Day whose law was applied. */
  as_of: Day;
  /** Who approved it: to be filled in. */
  approved_by: string | null;
  /** When: to be filled in. */
  approved_on: Day | null;
  /** Overlays that took part. */
  overlays?: OverlayMark[];
}

/** Where links are from: published by somebody, or our own. */
export type Confidence = 'published' | 'own';

/** A link from an item to a place of a framework. */
export interface CrosswalkLink {
  /** Id of the item. */
  source_id: string;
  /** Id of the framework. */
  target_framework: string;
  /** Its name with the edition. */
  target_name: string;
  /** The place there. */
  target_id: string;
  /** What the two have to do with each other; nothing here says that one fulfils the other. */
  relationship: 'intersects-with';
  /** Where the link is from. */
  confidence: Confidence;
}

/** A place of a framework with the items linked to it. */
export interface CrosswalkPlace {
  /** The place. */
  target_id: string;
  /** Ids of the items. */
  items: string[];
}

/** A framework with its places. */
export interface CrosswalkFramework {
  /** Stable id. */
  id: string;
  /** Its name with the edition. */
  name: string;
  /** Where the links are from, and what to mind. */
  note: string;
  /** Where the links are from. */
  confidence: Confidence;
  /** Its places in natural order, each with the items. */
  places: CrosswalkPlace[];
}

/** Links from clauses and controls to other standards and laws, in both directions. */
export interface Crosswalk {
  /** Catalogue and version, as `id@version`. */
  catalog: string;
  /** All links. */
  links: CrosswalkLink[];
  /** The way back. */
  frameworks: CrosswalkFramework[];
}

/** An answer in words. */
export interface AnswerInWords {
  /** The fact. */
  fact: string;
  /** The question. */
  question: string;
  /** Value ids; `unknown` for "I don't know", none for "none of these". */
  values: string[];
  /** The same in words. */
  words: string[];
  /** Whether it counts: an answer that can no longer be asked for does not. */
  counts: boolean;
}

/** A place in a document. */
export interface Place {
  /** As it is shown. */
  text: string;
  /** Its address. */
  url: string | null;
}

/** A reason of a result. */
export interface Reason {
  /** Id of the rule or derogation. */
  id: string;
  /** The tier it leads to. */
  tier: Tier | null;
  /** In a sentence. */
  because: string;
  /** Where it stands. */
  references: Place[];
  /** How firm it is. */
  basis: Basis;
  /** When its duties start. */
  applies_from: Day | null;
  /** The answers it rests on. */
  answers: AnswerInWords[];
}

/** A point that a use looks like and is outside of. */
export interface NearMiss {
  /** Id of the rule that says why. */
  rule: string;
  /** Id of the rule of the point. */
  outside_of: string;
  /** Where the reason stands. */
  references: string[];
  /** How firm it is. */
  basis: Basis;
}

/** A changed answer. */
export interface Edit {
  /** The fact. */
  fact: string;
  /** Values of which one is added, or takes the place of the answer. */
  add: string[];
  /** Values taken away. */
  remove: string[];
}

/** Other answers and the tiers they lead to. */
export interface Alternative {
  /** Changed answers. */
  edits: Edit[];
  /** Lowest and highest tier then possible. */
  range: [Tier, Tier];
}

/** A day ahead. */
export interface DayAhead {
  /** The day. */
  date: Day;
  /** Tiers possible from then on, where they differ from before. */
  range: [Tier, Tier] | null;
  /** Ids of the milestones reached. */
  milestones: string[];
}

/** A duty of the Act. */
export interface Obligation {
  /** Id of the item of the checklist. */
  id: string;
  /** Article. */
  ref: string;
  /** In a line. */
  title: string;
  /** Day on which it starts. */
  applies_from: Day | null;
}

/** A ceiling of fines. */
export interface Penalty {
  /** Stable id. */
  id: string;
  /** Amount in euros. */
  amount_eur: number | null;
  /** Percent of worldwide yearly turnover. */
  percent: number | null;
  /** Which of the two counts; `null` while the size is not known. */
  counts: 'higher' | 'lower' | null;
  /** Where it stands. */
  references: string[];
}

/** What stands beside a result. */
export interface Explanation {
  /** Points that the use looks like and is outside of. */
  near_misses: NearMiss[];
  /** The smallest changes that would raise the tier. */
  up: Alternative[];
  /** Those that would lower it. */
  down: Alternative[];
  /** What changes on days ahead. */
  upcoming: DayAhead[];
  /** Duties of the Act. */
  obligations: Obligation[];
  /** Ceilings of fines. */
  penalties: Penalty[];
}

/** A typical risk. */
export interface Risk {
  /** Stable id. */
  id: string;
  /** Short name. */
  name: string;
  /** Cause, event and consequence. */
  event: string;
  /** A first treatment. */
  treatment: string;
  /** Source of the risk as Annex C of ISO/IEC 42001 numbers it, or `own`. */
  source: string;
  /** Objective it touches, as Annex C numbers it. */
  objective: string;
  /** Ids of the items that treat it. */
  items: string[];
}

/** A section of a document begun from the answers. */
export interface StarterSection {
  /** Stable id. */
  id: string;
  /** Its title. */
  title: string;
  /** Fields with what is known. */
  fields: string[];
  /** Lines that hang on the answers. */
  lines: string[];
  /** Rows of the risk register, in its section. */
  risks?: Risk[];
}

/** A document begun from the answers. */
export interface Starter {
  /** Stable id. */
  id: string;
  /** Its name. */
  name: string;
  /** What it is for. */
  lead: string;
  /** Its sections. */
  sections: StarterSection[];
}

/** A document that a result rests on. */
export interface Source {
  /** Stable id. */
  id: string;
  /** As references name it. */
  short: string;
  /** Its title. */
  title: string;
  /** Its address. */
  url: string | null;
}

/** A record: what was said of a use case, and everything that follows from it. All files are written from it. */
export interface UseCaseRecord extends About {
  /** Version of this shape. */
  schema: 2;
  /** What the file is. */
  kind: 'record';
  /** What wrote it, with its version. */
  product: string;
  /** What was answered. */
  answers: Answers;
  /** What is recorded about items of the checklist. */
  work?: Work;
  /** What the answers lead to. */
  result: Result;
  /** The answers in words. */
  answered: AnswerInWords[];
  /** Why. */
  reasons: Reason[];
  /** What would change it, duties, days ahead, fines. */
  explanation: Explanation;
  /** What to do. */
  checklist: Checklist;
  /** How far it is, and the way to a certificate. */
  plan: Plan;
  /** The draft Statement of Applicability. */
  statement: Statement;
  /** Documents begun. */
  starters: Starter[];
  /** Links from the lines of the checklist to other standards and laws. */
  crosswalk: CrosswalkLink[];
  /** Documents that it rests on. */
  sources: Source[];
}

/** A use case of a register. */
export interface RegisteredUseCase extends About {
  /** What was answered. */
  answers: Answers;
  /** What is recorded about items of the checklist. */
  work?: Work;
}

/** A register: many use cases in one file. What follows from them is computed when it is opened. */
export interface UseCaseRegister {
  /** Version of this shape. */
  schema: 2;
  /** What the file is. */
  kind: 'register';
  /** What wrote it, with its version. */
  product: string;
  /** The use cases, in order. */
  use_cases: RegisteredUseCase[];
}

/** One answer that a fact takes. */
export interface FactValue {
  /** Stable id. */
  id: string;
  /** Its words. */
  wording: string;
  /** What is not meant, where that needs saying. */
  hint?: string;
}

/** One fact with its words. */
export interface Fact {
  /** Stable id. */
  id: string;
  /** How many values it takes. */
  type: 'yes-no' | 'one' | 'many';
  /** The answers it takes; `unknown` for all, `none` for `many`. */
  values: FactValue[];
  /** The question. */
  question: string;
  /** Help. */
  help: string;
  /** An example. */
  example: string;
  /** The condition under which it is asked, in words. */
  asked_when: string;
  /** `classify` on the way to the tier, `extra` for what else may apply, `checklist` to tailor the list. */
  part: 'classify' | 'extra' | 'checklist';
}

/** All facts, in the order in which they are asked. */
export type Facts = Fact[];

/** An answer that was not taken. */
export interface AnswerProblem {
  /** What is wrong. */
  code: 'unknown-fact' | 'unknown-value' | 'not-one-value' | 'not-a-list';
  /** The same in words, with the fact. */
  message: string;
}

/** A mistake in an overlay. */
export interface OverlayProblem {
  /** Stable code. */
  code: string;
  /** Where it is: a JSON pointer such as `/items/0/when`, empty for the whole. */
  place: string;
  /** What is wrong. */
  message: string;
  /** What helps. */
  hint: string;
}

/** An overlay: what an organisation changes; described by `schema/overlay.schema.json`. */
export interface Overlay {
  /** A part of it. */
  readonly [key: string]: unknown;
}

/** Texts by key, in the place of ours. */
export interface Messages {
  /** The text in the place of ours. */
  readonly [key: string]: string;
}
