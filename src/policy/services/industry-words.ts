import { type Industry, industries, industryList } from './enterprise-size.ts'

const words: Readonly<Partial<Record<Industry, readonly string[]>>> = {
  A: ['农业', '林业', '畜牧业', '牧业', '渔业', '农林牧渔业'],
  IND: [
    '制造业',
    '采矿业',
    '加工制造业',
    '工业制造业',
    '电力、热力、燃气及水生产和供应业',
    '电力、热力、燃气及水的生产和供应业',
    'Manufacturing',
    'Mining',
  ],
  CON: ['建筑', '建筑施工业', '建筑安装业'],
  WHO: ['批发', '批发贸易业'],
  RET: ['零售'],
  TRA: ['交通运输', '道路运输业', '运输业'],
  STO: ['仓储', '装卸搬运和仓储业', 'Warehousing'],
  POS: ['邮政', '快递业'],
  HOT: ['住宿', '旅馆业', 'Hotels'],
  CAT: ['餐饮', 'Restaurants'],
  INF: ['信息传输', '电信业', '互联网和相关服务', '电信、广播电视和卫星传输服务'],
  SOF: ['软件业', '软件和信息服务业', '信息技术服务业', '软件开发', 'Software'],
  REA: ['房地产开发', '房地产开发经营业'],
  PRO: ['物业管理业', '物业服务业'],
  LEA: ['租赁业', '商务服务业', '租赁和商务服务', 'Business services'],
  OTH: [
    '其他',
    '其他行业',
    '其它',
    '科学研究和技术服务业',
    '科技服务业',
    '水利、环境和公共设施管理业',
    '居民服务、修理和其他服务业',
    '文化、体育和娱乐业',
    'Other',
  ],
}

/** The divisions of GB/T 4754 in which an industry lies; their letter often stands before its name: `C制造业`. */
const divisions: Readonly<Record<Industry, string>> = {
  A: 'A',
  IND: 'BCD',
  CON: 'E',
  WHO: 'F',
  RET: 'F',
  TRA: 'G',
  STO: 'G',
  POS: 'G',
  HOT: 'H',
  CAT: 'H',
  INF: 'I',
  SOF: 'I',
  REA: 'K',
  PRO: 'K',
  LEA: 'L',
  OTH: 'MNOPQRS',
}

function usualWords(industry: Industry): string[] {
  const usual = words[industry] ?? []
  const named = [industries[industry].zh, ...usual].filter((word) => /\p{Script=Han}/u.test(word))
  return [...usual, ...[...divisions[industry]].flatMap((letter) => named.map((word) => `${letter}${word}`))]
}

/**
 * Usual words for the industries of 工信部联企业〔2011〕300号, where they mean one of them alone: 制造业 is 工业; 批发和零售业 and
 * 房地产业 may be either of two and are not here.
 */
export const usualIndustryWords: Readonly<Record<string, Industry>> = Object.fromEntries(
  industryList.flatMap((industry) => usualWords(industry).map((name) => [name, industry])),
)

/** The industries to choose from, by their own names and the usual ones. */
export const industryChoices = industryList.map((value) => ({
  value,
  also: usualWords(value),
  zh: industries[value].zh,
  en: industries[value].en,
}))
