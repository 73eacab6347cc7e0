import { sql } from 'kysely'
import { z } from 'zod'
import { jsonb } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { ArchiveFolder } from '../../../policy/oversight/archive.ts'

/** What rows of a table hang on: the column that names it. */
type Owner = keyof typeof owned

/** The rows of a table that are of a pilot; `hidden`: columns that are not for everybody who may read the archive. */
type RecordTable = {
  readonly table: string
  readonly folder: ArchiveFolder
  readonly of: Owner
  readonly title: string
  readonly hidden?: readonly string[]
}

const owned = {
  pilot: 'select $pilot',
  filing: 'select id from filings where pilot_id = $pilot',
  version: 'select v.id from filing_versions v join filings f on f.id = v.filing_id where f.pilot_id = $pilot',
  tranche: 'select id from tranches where pilot_id = $pilot',
  notice: 'select n.id from notices n join tranches t on t.id = n.tranche_id where t.pilot_id = $pilot',
  objection:
    'select o.id from notice_objections o join notices n on n.id = o.notice_id join tranches t on t.id = n.tranche_id where t.pilot_id = $pilot',
  ledger_entry: 'select id from ledger_entries where pilot_id = $pilot',
  diagnosis: 'select id from diagnoses where pilot_id = $pilot',
  service: 'select id from services where pilot_id = $pilot',
  invoice: 'select i.id from invoices i join services s on s.id = i.service_id where s.pilot_id = $pilot',
  activity: 'select id from activities where pilot_id = $pilot',
  register_entry: 'select id from register_entries where pilot_id = $pilot',
  evaluation: 'select id from evaluations where pilot_id = $pilot',
  publication:
    "select id from evaluation_publications where results @> jsonb_build_array(jsonb_build_object('pilotId', $pilot::text))",
  measure: 'select id from measures where pilot_id = $pilot',
  consultation:
    'select c.id from consultations c join pilots p on p.batch_id = c.batch_id where p.id = $pilot and exists (select from consultation_units u where u.consultation_id = c.id and u.unit_id = p.park_id)',
} as const

const row = (folder: ArchiveFolder, table: string, of: Owner, title: string, hidden?: readonly string[]) =>
  ({ folder, table, of, title, ...(hidden ? { hidden } : {}) }) satisfies RecordTable

/** Every record of a pilot, by the folder of its archive it goes into. Secrets of links, and sums that the records add up to, are left out. */
export const recordTables: readonly RecordTable[] = [
  row('filings', 'filings', 'pilot', '报送材料'),
  row('filings', 'filing_versions', 'filing', '提交版本'),
  row('filings', 'filing_opinions', 'version', '审核意见'),
  row('filings', 'filing_reopenings', 'filing', '重新开放'),
  row('filings', 'filing_withdrawals', 'filing', '撤回'),
  row('filings', 'sent_back_opinions', 'version', '退回的拟定意见'),
  row('filings', 'matters', 'pilot', '重大事项'),
  row('filings', 'baselines', 'pilot', '方案基线'),
  row('filings', 'targets', 'pilot', '绩效目标'),
  row('filings', 'fund_lines', 'pilot', '资金用途'),
  row('filings', 'pilot_enterprises', 'pilot', '试点企业'),
  row('filings', 'partner_agencies', 'pilot', '合作机构'),
  row('filings', 'products', 'pilot', '服务产品'),
  row('filings', 'return_heads', 'pilot', '目标完成情况表'),
  row('filings', 'return_rows', 'pilot', '目标完成情况表明细'),
  row('filings', 'return_facts', 'version', '目标完成情况表依据'),
  row('filings', 'return_reductions', 'version', '核减'),
  row('filings', 'return_lifts', 'version', '核减撤销'),
  row('money', 'tranches', 'pilot', '资金拨付'),
  row('money', 'planned_tranches', 'pilot', '拨付计划'),
  row('money', 'payee_accounts', 'pilot', '收款账户'),
  row('money', 'tranche_judgments', 'tranche', '服务开展情况判断'),
  row('money', 'tranche_withdrawals', 'tranche', '撤回的拨付建议'),
  row('money', 'tranche_reversals', 'tranche', '拨付冲正'),
  row('money', 'disbursement_filings', 'tranche', '拨付备案'),
  row('money', 'ledger_accounts', 'pilot', '专账科目'),
  row('money', 'ledger_entries', 'pilot', '专账凭证'),
  row('money', 'ledger_postings', 'ledger_entry', '专账分录'),
  row('money', 'payments', 'pilot', '付款'),
  row('money', 'payment_reversals', 'pilot', '付款退回与更正'),
  row('money', 'invoices', 'service', '发票'),
  row('money', 'invoice_voids', 'invoice', '作废发票'),
  row('notices', 'notices', 'tranche', '公示'),
  // Who objected, and how to reach them, is for the county's bureaus alone.
  row('notices', 'notice_objections', 'notice', '异议', ['name', 'contact']),
  row('notices', 'notice_objection_additions', 'objection', '并入的异议', ['name', 'contact']),
  row('notices', 'notice_answers', 'objection', '答复'),
  row('notices', 'notice_answer_corrections', 'objection', '答复更正'),
  row('diagnoses', 'diagnoses', 'pilot', '企业诊断'),
  row('diagnoses', 'former_diagnoses', 'diagnosis', '更正前的诊断'),
  row('services', 'services', 'pilot', '服务'),
  row('services', 'service_selections', 'service', '比选记录'),
  row('services', 'contracts', 'pilot', '服务合同'),
  row('services', 'service_day_corrections', 'service', '日期更正'),
  row('services', 'visits', 'service', '服务过程'),
  row('services', 'deliverables', 'service', '服务成果'),
  row('services', 'confirmations', 'service', '企业确认', ['token_hash']),
  row('activities', 'activities', 'pilot', '活动'),
  row('activities', 'former_activities', 'activity', '更正前的活动'),
  row('activities', 'attendances', 'activity', '参加企业'),
  row('activities', 'activity_answers', 'activity', '满意度答卷'),
  row('results', 'register_entries', 'pilot', '企业成果'),
  row('results', 'former_register_entries', 'register_entry', '更正前的成果'),
  row('results', 'practices', 'pilot', '长效机制与经验'),
  row('results', 'evaluations', 'pilot', '绩效评价'),
  row('results', 'evaluation_computations', 'evaluation', '绩效评价计算依据'),
  row('results', 'evaluation_seats', 'evaluation', '评审专家'),
  row('results', 'evaluation_scores', 'evaluation', '绩效评价评分'),
  row('results', 'evaluation_objections', 'evaluation', '绩效评价异议'),
  row('results', 'evaluation_opinions', 'evaluation', '县级对绩效评价的意见'),
  row('results', 'evaluation_site_checks', 'evaluation', '现场核查'),
  row('results', 'evaluation_check_findings', 'evaluation', '现场核查情况'),
  row('results', 'evaluation_check_files', 'evaluation', '现场核查附件'),
  row('results', 'evaluation_results', 'pilot', '绩效评价结果'),
  row('results', 'evaluation_publications', 'publication', '评价结果公示'),
  row('results', 'rectifications', 'evaluation', '整改报告'),
  row('money', 'measures', 'pilot', '处理措施'),
  row('money', 'measure_receipts', 'measure', '收回资金缴款'),
  row('money', 'measure_reissues', 'measure', '收回资金再安排'),
  row('consultations', 'consultations', 'consultation', '会商纪要'),
  row('consultations', 'consultation_participants', 'consultation', '会商参加人'),
  row('consultations', 'consultation_decisions', 'consultation', '议定事项'),
  row('consultations', 'consultation_amendments', 'consultation', '纪要补正'),
  row('close-out', 'close_outs', 'pilot', '结项'),
]

/** Columns that name another thing than their table is called by. */
const columns: Readonly<Record<string, string>> = {
  'ledger_postings ledger_entry': 'entry_id',
  'former_register_entries register_entry': 'entry_id',
  'consultations consultation': 'id',
  'evaluation_publications publication': 'id',
}

type Asked = { readonly table: RecordTable; readonly pilotId: string }

function rowsOf({ table: { table, of, hidden = [] }, pilotId }: Asked) {
  const column = columns[`${table} ${of}`] ?? `${of}_id`
  const [before, after] = owned[of].split('$pilot')
  const left = ['transaction_id', ...hidden]
  return sql`
    select to_jsonb(t) - ${left}::text[] as record
      from ${sql.table(table)} t
     where ${sql.ref(`t.${column}`)} in (${sql.raw(before ?? '')}${pilotId}::uuid${sql.raw(after ?? '')})
     order by 1`
}

/** The rows of a table that are of a pilot, each as it is kept, always in the same order. */
export const recordsOf = statement(
  { record: jsonb(z.record(z.string(), z.unknown())) },
  rowsOf,
  recordTables.map((table) => ({ table, pilotId: '00000000-0000-0000-0000-000000000000' })),
)
