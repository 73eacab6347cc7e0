import * as document from './document-rules.ts'
import { obligationsReadInOnePlace, renumberedClausesLookedUp } from './edition-rules.ts'
import * as house from './house-rules.ts'
import { areasOneWay, cycles, folderCircles } from './import-graph.ts'
import { importRules, withoutRow } from './import-table.ts'
import { dialogsKeepTyped, formsAreAsked, noBareButtons, nothingCut, textsCleanedFirst } from './input-rules.ts'
import * as programme from './programme-rules.ts'
import * as server from './server-rules.ts'
import { declaredRows } from './sql-rules.ts'
import type { Rule } from './tree.ts'

/** Every rule of the house. The import table itself stands in import-table.ts, one rule per row. */
export const rules: readonly Rule[] = [
  // Who may know whom
  ...importRules,
  {
    name: 'every file of src/ has a row in the import table',
    why: 'Deny by default: a new folder is bound on the day it is born.',
    check: withoutRow,
  },
  {
    name: 'no import cycles',
    why: 'Files in a cycle can only be understood, tested and loaded together.',
    check: cycles,
  },
  {
    name: 'areas import one way',
    why: 'Features stand in areas, and an area knows only those below it: programme, money, delivery, filings, oversight.',
    check: areasOneWay,
  },
  {
    name: 'no circles of folders',
    why: 'Two folders that need each other are one folder, or a third one is missing.',
    check: (files) => folderCircles(files),
  },
  {
    name: 'what ships knows no demo',
    why: 'A public password, or a way to empty the database, must not be in what production runs.',
    check: server.noDemo,
  },
  {
    name: 'features are flat',
    why: 'A listing of the folder is the manual of the feature.',
    check: house.flatFeatures,
  },

  // How a file looks
  {
    name: 'no default exports',
    why: 'A thing has one name, the same everywhere it is used.',
    check: house.defaultExports,
  },
  {
    name: 'no barrels',
    why: 'An import names the file where the thing is; barrels hide it and breed cycles.',
    check: house.barrels,
  },
  {
    name: `a source file has at most ${house.longestFile} lines`,
    why: 'A file that grows past a sitting is two files.',
    check: house.fileSize,
  },
  {
    name: 'no input puts right what was typed',
    why: 'A text that is no value stays with its error; clamped or cleared in silence it is lost (0029).',
    check: house.typedInputIsKept,
  },
  { name: 'file names', why: 'Names are guessed before they are searched.', check: house.fileNames },
  {
    name: `shared/ holds at most ${house.mostShared} files`,
    why: 'shared/ is for the dozen helpers both sides need, not a drawer.',
    check: house.sharedCap,
  },
  { name: 'no `any`', why: 'One `any` switches the compiler off for all that follows it.', check: house.anyTypes },
  {
    name: 'suppressions give their reason',
    why: 'A silenced check that nobody can judge stays for ever.',
    check: house.suppressions,
  },
  {
    name: 'nothing left for later in comments',
    why: 'What is left out is said in the documents or not at all.',
    check: house.unfinished,
  },
  { name: 'every test runs', why: 'A skipped test reads as a passed one.', check: house.partialTests },
  {
    name: 'tests look abilities up with abilityIn',
    why: 'A misspelt name must fail the test, not look like a missing button.',
    check: house.abilitiesByHelper,
  },

  // What keeps the server honest
  {
    name: 'clock and ids are handed in',
    why: 'Deadlines and periods can only be tested, and replayed, when time is an argument.',
    check: server.clock,
  },
  {
    name: 'transactions are handed in',
    why: 'Only the pipeline opens one, inside the scope of the person who asks; found-*.ts runs before there are persons.',
    check: server.handedTransaction,
  },
  {
    name: 'store functions take `tx` first',
    why: 'A forgotten transaction reads and writes beside the lock, and nothing complains.',
    check: server.transactionFirst,
  },
  {
    name: 'what is taken in is cleaned first',
    why: 'A name, a code, a number is cleaned, then checked, then limited; a limit before the cleaning cuts a pasted number.',
    check: textsCleanedFirst,
  },
  {
    name: 'a button that refuses says why in sight',
    why: 'Who stands before a grey button asks the neighbour; the reason, its clause and what is missing stand beside it.',
    check: noBareButtons,
  },
  {
    name: 'a dialog keeps what is typed',
    why: 'A reload closes a dialog; a reason written for ten minutes is found again, by useKept and useReason.',
    check: dialogsKeepTyped,
  },
  {
    name: 'a form is asked about as it stands',
    why: 'One number that cannot be read does not hide what the server refuses of the other fields until the next round.',
    check: formsAreAsked,
  },
  {
    name: 'no field cuts what is pasted',
    why: 'A browser drops what lies past maxLength and says nothing; ProseInput and LineInput keep it with its error.',
    check: nothingCut,
  },
  {
    name: 'rows of hand-written SQL are declared',
    why: 'A row type that is only claimed is wrong as soon as a column changes, and nothing says so; statement() is compared with the database.',
    check: declaredRows,
  },
  {
    name: 'features do not know an edition',
    why: 'Years, editions and indicator codes are rows of policy/editions/; the next batch has others.',
    check: server.editionKnowledge,
  },
  {
    name: 'exceljs writes workbooks and reads none',
    why: 'Its reader unfolds what a stranger claims without a limit; src/platform/workbook/read.ts does not.',
    check: server.workbookWriting,
  },
  { name: 'migrations are numbered', why: 'They run in one order, everywhere, for ever.', check: server.migrations },

  // What ties the product to the guide
  {
    name: 'policy, contracts, routes and words load on their own',
    why: 'The rules below read their exports; and none of them may need a database or a server to be read.',
    check: programme.modulesLoad,
  },
  {
    name: 'cited clauses exist',
    why: 'A citation is a promise that somebody can look it up.',
    check: programme.citedClausesExist,
  },
  {
    name: 'clauses are told by the number of the edition',
    why: 'A park of the third batch that is refused by a clause of 2023 looks it up in a guide that is not its own.',
    check: renumberedClausesLookedUp,
  },
  {
    name: 'binding clauses are held by a rule and a test',
    why: 'A binding clause that nothing enforces, or whose refusal no test asserts by its number, is only a sentence.',
    check: programme.bindingClausesHeld,
  },
  {
    name: 'routes name a declared permission',
    why: 'A door whose permission is not in policy/people/permissions.ts has no lock.',
    check: programme.permissionsExist,
  },
  {
    name: 'routes are served exactly once',
    why: 'A contract is a promise to screens and to the OpenAPI document.',
    check: programme.routesServedOnce,
  },
  {
    name: 'words stand in both languages',
    why: 'Chinese first, English complete: a missing sentence is a screen somebody cannot read.',
    check: programme.wordsInBothLanguages,
  },
  {
    name: 'refusals are worded, with the same facts in both languages',
    why: 'A refusal without its sentence leaves a person with a code.',
    check: programme.refusalsAreTexts,
  },
  {
    name: 'refusals name a field as its label does',
    why: 'Somebody who is told to fill in what no label says looks for a field that is not there.',
    check: programme.refusalsNameLabels,
  },

  {
    name: 'an obligation is read in one place',
    why: 'An edition names seats, order, lock, posts and recorder; whoever reads them for himself will one day ignore them.',
    check: obligationsReadInOnePlace,
  },

  // What is written beside the code
  {
    name: 'documents point at what exists',
    why: 'A wrong signpost is worse than none.',
    check: document.documentsPointAtFiles,
  },
  {
    name: 'names come from the glossary',
    why: 'One word per thing: what an official says, a screen shows and the code calls it.',
    check: document.glossaryWords,
  },
  {
    name: 'decisions are numbered, dated and complete',
    why: 'A decision without the options refused is an order.',
    check: document.decisionsComplete,
  },
]
