import { type ClauseRow, clause } from './clause-row.ts'
import { clausesH } from './clauses-h.ts'

/** Every clause of both editions: G of 2023, H of 2025. Code, tests, screens and refusals cite these numbers. */
export const clauses = {
  G0: clause(
    'B',
    '适用范围：全省各市、县经信与财政部门，宁波除外',
    'Scope: economy and finance departments of the province without Ningbo',
  ),
  'G1.1': clause(
    'S',
    '服务模式：以园区为载体，汇集四类服务力量',
    'Service model: the park as carrier, four kinds of providers pooled',
  ),
  'G1.2': clause(
    'S',
    '普惠性公共服务：面向园区全部企业，共七类',
    'Universal public services: seven kinds, for every enterprise in the park',
  ),
  'G1.3': clause(
    'B',
    '精准化个性服务：先全面诊断，再一对一服务，共九类',
    'Tailored services: full diagnosis first, then one to one, nine kinds',
  ),
  'G1.4': clause(
    'S',
    '分类指导：初创型企业与专精特新方向企业分别施策',
    'Classified guidance: early-stage firms and SRDI-direction firms are served differently',
  ),
  'G2.1': clause(
    'S',
    '省级职责：统筹、会商、跟踪、检查、评价',
    'Province: organise, consult, track, inspect, evaluate',
  ),
  'G2.2': clause(
    'S',
    '县级职责：实施主体，指导监督，抓目标与资金效益',
    'County: implementing authority, supervises targets and use of money',
  ),
  'G2.3': clause(
    'S',
    '园区职责：具体实施，整合资源，规范用钱，按期达标',
    'Park: executing unit, serves, uses money properly, meets targets in time',
  ),
  'G3.1': clause(
    'BD',
    '服务计划与资金使用方案：四部分齐全，经信与财政共同审核',
    'Service plan and fund-use plan: four parts, reviewed by economy and finance together',
  ),
  'G3.2': clause(
    'B',
    '按目标清单实施：服务与目标在两年实施期内完成',
    'Deliver against the target list: services and targets inside the two-year period',
  ),
  'G3.3': clause(
    'B',
    '机构与产品：公平遴选，同类机构原则上不少于两家，价格不高于市场价',
    'Agencies and products: fair choice, in principle two or more per type, price not above market',
  ),
  'G3.4': clause(
    'B',
    '佐证资料：合同、照片、台账、发票等真实留存',
    'Evidence: contracts, photos, ledgers and invoices are kept and true',
  ),
  'G3.5': clause('BD', '季度填报绩效目标完成情况表并附佐证', 'Quarterly target completion table with its evidence'),
  'G3.6': clause(
    'B',
    '独立核算，不改变用途，接受监督检查与审计',
    'Separate accounting, purpose unchanged, open to supervision and audit',
  ),
  'G4.1': clause(
    'D',
    '资金拨付方案：县级经信会同财政报省',
    'Disbursement plan: county economy with finance, to the province',
  ),
  'G4.2': clause(
    'B',
    '分期拨付：经信提出建议，财政拨付，条件逐期核对',
    'Tranches: economy recommends, finance releases, each gate checked',
  ),
  'G4.3': clause(
    'D',
    '拨付备案：在省级数据平台登记实际拨付',
    'Filing of disbursements on the provincial data platform',
  ),
  'G4.4': clause(
    'B',
    '专款专用：主要用于试点企业个性服务，不得用于建设、经费、工资等',
    'Earmarked use: mainly tailored services; never construction, working expenses or wages',
  ),
  'G5.1': clause('D', '联络员与会商机制，报送联络员名单', 'Liaison officers and joint consultation, list filed'),
  'G5.2': clause('S', '日常监督：检查、督促、及时纠正', 'Routine supervision: check, urge, correct'),
  'G5.3': clause(
    'BD',
    '绩效评价：县级中期评价，省级终期评价，结果与资金挂钩',
    'Evaluation: mid-term by the county, final by the province, tied to money',
  ),
  'G5.4': clause('D', '半年总结：七月底与次年一月底前报送', 'Half-year summaries: by the end of July and of January'),
  'G5.5': clause(
    'BD',
    '重大事项立即报告；目标、服务对象等不得自行调整',
    "Major matters at once; targets and service objects are never changed on one's own",
  ),
  'G6.1': clause('S', '园区长效机制：试点后继续按需服务', 'Park: keep serving by need after the pilot'),
  'G6.2': clause('S', '县级复制推广：扩大范围，提供经验', 'County: replicate, widen, offer experience'),
  GA1: clause('S', '附件1 佐证资料清单（内容为推定）', 'Annex 1, evidence to keep (content inferred)'),
  GA2: clause('S', '附件2 中期绩效评价（内容为推定）', 'Annex 2, mid-term evaluation (content inferred)'),
  GA3: clause('S', '附件3 联络员名单（内容为推定）', 'Annex 3, liaison list (content inferred)'),
  ...clausesH,
} as const satisfies Record<string, ClauseRow>

/** Number of a clause, e.g. `G4.2`, `H2`. */
export type Clause = keyof typeof clauses
export const clauseList = Object.keys(clauses) as [Clause, ...Clause[]]
