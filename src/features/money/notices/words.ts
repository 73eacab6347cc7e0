import { describedFields } from '../../../policy/guide/described-fields.ts'
import type { Words } from '../../../shared/words.ts'

/** Sentences of a drafted notice; published in Chinese, in English for whoever reads along. */
export const draftWords = {
  basis: {
    zh: (edition: string, county: string) => `依据${edition}试点规定，${county}经信部门商财政部门，`,
    en: (edition: string, county: string) =>
      `By the rules of the pilot (${edition}), the economy bureau of ${county} together with finance `,
  },
  sum: {
    zh: (batch: string, park: string, no: number, yuan: string) =>
      `拟向${park}拨付${batch}园区精准服务中小微企业财政专项激励资金第 ${no} 期 ${yuan} 元，现予公示。`,
    en: (batch: string, park: string, no: number, yuan: string) =>
      `intends to pay ${park} tranche ${no} of the incentive of ${batch}: ${yuan} yuan.`,
  },
  silence: {
    zh: '公示期满未提出异议的，视为无异议。',
    en: 'Silence until the end of the display counts as no objection.',
  },
  objections: {
    zh: (contact: string) =>
      `对公示内容有异议的，可在公示页面提交，或向${contact}反映，写明事实并附依据；提倡实名，联系方式仅供核实使用。`,
    en: (contact: string) => `Objections on the page of this notice or to ${contact}, with facts and grounds.`,
  },
} as const satisfies Words

export const words = {
  publicTitle: { zh: '资金拨付公示', en: 'Public notices of payments' },
  publicResults: { zh: '评价结果公示', en: 'Published results of evaluations' },
  publicSections: { zh: '公示栏目', en: 'What is published' },
  publicLead: {
    zh: '园区精准服务中小微企业财政专项激励资金，拨付前在此公示。',
    en: 'Payments of the fiscal incentive to parks are announced here before they are made.',
  },
  noneYet: { zh: '目前没有公示', en: 'No notices yet' },
  noneYetHint: { zh: '拨付前的公示发布后列在这里。', en: 'Notices appear here when they are published.' },
  older: { zh: '更早的公示', en: 'Older notices' },
  newest: { zh: '回到最新', en: 'Back to the newest' },
  backToList: { zh: '全部公示', en: 'All notices' },

  title: { zh: '公示与异议', en: 'Notices and objections' },
  nav: { zh: '公示', en: 'Notices' },
  titleOf: {
    zh: (park: string, no: number) => `${park} · 第 ${no} 期拨付公示`,
    en: (park: string, no: number) => `${park} · notice of tranche ${no}`,
  },
  park: { zh: '园区', en: 'Park' },
  county: { zh: '县（市、区）', en: 'County' },
  batch: { zh: '批次', en: 'Batch' },
  tranche: { zh: '期次', en: 'Tranche' },
  trancheNo: { zh: (no: number) => `第 ${no} 期`, en: (no: number) => `Tranche ${no}` },
  amount: { zh: '拟拨付金额', en: 'Amount to be paid' },
  basis: { zh: '依据', en: 'Basis' },
  period: { zh: '公示期', en: 'Period' },
  periodText: {
    zh: (from: string, until: string) => `${from} 至 ${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  periodOpen: { zh: (from: string) => `${from} 起至拨付之日`, en: (from: string) => `from ${from} until the payment` },
  contact: { zh: '异议受理', en: 'Objections to' },
  state: { zh: '状态', en: 'State' },
  daysLeft: {
    zh: (days: number) => `还剩 ${days} 个工作日`,
    en: (days: number) => `${days} working ${days === 1 ? 'day' : 'days'} left`,
  },
  provisional: {
    zh: '该年度放假安排尚未公布，按周一至周五暂计。',
    en: 'The rest days of that year are not announced yet; Monday to Friday are assumed.',
  },
  endReason: { zh: '撤回理由', en: 'Reason for withdrawal' },
  lapseReason: { zh: '失效原因', en: 'Why it lapsed' },
  lapsedWith: {
    zh: '所公示的拨付建议已撤回，本公示随之失效。',
    en: 'The recommendation that it announced was taken back.',
  },
  publishedBy: { zh: '发布人', en: 'Published by' },
  openOnPublicPage: { zh: '查看公开页面', en: 'Open the public page' },
  openMoney: { zh: '查看该期资金', en: 'Open the tranche' },

  objections: { zh: '异议与答复', en: 'Objections and answers' },
  objectionNo: { zh: (no: number) => `异议 ${no}`, en: (no: number) => `Objection ${no}` },
  objectionsCount: { zh: '异议', en: 'Objections' },
  openCount: { zh: (open: number) => `${open} 条待答复`, en: (open: number) => `${open} to be answered` },
  noObjections: { zh: '没有已答复的异议', en: 'No answered objections' },
  noObjectionsYet: { zh: '尚未收到异议', en: 'No objection so far' },
  named: { zh: '实名', en: 'by name' },
  anonymous: { zh: '匿名', en: 'anonymous' },
  withheld: { zh: '原文不公开', en: 'The words of the objection are not shown.' },
  answerOf: {
    zh: (bureau: string) => `${bureau}答复`,
    en: (bureau: string) => `Answer of the ${bureau.toLowerCase()}`,
  },
  contactLeft: { zh: '联系方式', en: 'Contact' },
  noContact: { zh: '未留或不可见', en: 'none, or not for you' },

  object: { zh: '提出异议', en: 'Object' },
  objectHint: {
    zh: '异议提交后，资金在答复前不拨付；答复将公布在本页。',
    en: 'Once you object, nothing is paid before the answer, which is published on this page.',
  },
  yourName: { zh: '姓名或单位（可不填）', en: 'Your name or organisation (optional)' },
  yourContact: { zh: '联系方式（可不填）', en: 'How to reach you (optional)' },
  yourContactHint: {
    zh: '仅县级经信、财政部门可见，不公开。',
    en: 'Seen by the two county bureaus alone, never published.',
  },
  yourContent: describedFields.objection,
  website: { zh: '请勿填写', en: 'Leave this empty' },
  send: { zh: '提交异议', en: 'Send' },
  thanks: { zh: (no: number) => `已收到您的异议，编号 ${no}`, en: (no: number) => `Your objection is number ${no}` },
  joined: {
    zh: (no: number) => `已收到，并入第 ${no} 号异议一并答复`,
    en: (no: number) => `Received, and answered together with objection ${no}`,
  },
  joinedNote: {
    zh: '同一网络地址的异议较多，或本公示的异议已超过 200 条，为使每个人都能提出异议，后续内容合并办理，同样须答复后方可拨付。',
    en: 'Several came from this address, or there are more than 200 on this notice; so that everybody can object, further ones are handled together. They hold the payment all the same.',
  },
  thanksNote: { zh: '答复后将公布在本页。', en: 'The answer will be published on this page.' },
  closed: { zh: '公示已结束，不再受理异议。', en: 'The notice is over and takes no more objections.' },
  closedOpen: {
    zh: (open: number) => `已收到的异议中还有 ${open} 条待答复，答复后公布在本页，答复前不拨付资金。`,
    en: (open: number) =>
      `Objections still to be answered: ${open}. The answers are published on this page; nothing is paid before them.`,
  },

  answer: { zh: '答复', en: 'Answer' },
  answerTitle: { zh: (no: number) => `答复异议 ${no}`, en: (no: number) => `Answer objection ${no}` },
  answerText: describedFields.answer,
  answerHint: {
    zh: '答复公布在公示页面；发布后只能写明理由更正，原答复留存。',
    en: 'Published on the page of the notice; afterwards it is corrected with a reason, and the former answer stays.',
  },
  withhold: {
    zh: '不公开异议原文（含个人信息或不实内容）',
    en: "Keep the objection's words from the public (personal data, untruths)",
  },
  answered: { zh: '已答复', en: 'Answered' },
  takeDown: { zh: '撤回公示', en: 'Withdraw the notice' },
  takeDownTitle: {
    zh: (no: number) => `撤回第 ${no} 期公示？`,
    en: (no: number) => `Withdraw the notice of tranche ${no}?`,
  },
  takeDownBody: {
    zh: '理由将公开显示；之后可重新发布。已收到的异议仍须答复，答复前不能拨付。',
    en: 'The reason is shown to the public; another notice may follow. Objections received are still to be answered before the payment.',
  },
  reason: { zh: '理由', en: 'Reason' },
  takenDown: { zh: '已撤回', en: 'Withdrawn' },
  nothingHere: { zh: '本辖区还没有公示', en: 'No notices in your area yet' },
} as const satisfies Words
