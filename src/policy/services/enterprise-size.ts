import type { Text } from '../../shared/words.ts'

export type EnterpriseSize = 'large' | 'medium' | 'small' | 'micro'

/** X staff, R revenue in 万元, Z assets in 万元. */
type Measures = { readonly X?: number; readonly R?: number; readonly Z?: number }
type IndustryRow = Text & { readonly ceiling: Measures; readonly medium: Measures; readonly small: Measures }

export const sizeNames: Readonly<Record<EnterpriseSize, Text>> = {
  large: { zh: '大型', en: 'Large' },
  medium: { zh: '中型', en: 'Medium' },
  small: { zh: '小型', en: 'Small' },
  micro: { zh: '微型', en: 'Micro' },
}

/** Thresholds of 工信部联企业〔2011〕300号. A number of a threshold belongs to the higher class. */
export const industries = {
  A: {
    zh: '农、林、牧、渔业',
    en: 'Agriculture, forestry, husbandry, fishery',
    ceiling: { R: 20000 },
    medium: { R: 500 },
    small: { R: 50 },
  },
  IND: {
    zh: '工业',
    en: 'Industry',
    ceiling: { X: 1000, R: 40000 },
    medium: { X: 300, R: 2000 },
    small: { X: 20, R: 300 },
  },
  CON: {
    zh: '建筑业',
    en: 'Construction',
    ceiling: { R: 80000, Z: 80000 },
    medium: { R: 6000, Z: 5000 },
    small: { R: 300, Z: 300 },
  },
  WHO: {
    zh: '批发业',
    en: 'Wholesale',
    ceiling: { X: 200, R: 40000 },
    medium: { X: 20, R: 5000 },
    small: { X: 5, R: 1000 },
  },
  RET: {
    zh: '零售业',
    en: 'Retail',
    ceiling: { X: 300, R: 20000 },
    medium: { X: 50, R: 500 },
    small: { X: 10, R: 100 },
  },
  TRA: {
    zh: '交通运输业',
    en: 'Transport',
    ceiling: { X: 1000, R: 30000 },
    medium: { X: 300, R: 3000 },
    small: { X: 20, R: 200 },
  },
  STO: {
    zh: '仓储业',
    en: 'Storage',
    ceiling: { X: 200, R: 30000 },
    medium: { X: 100, R: 1000 },
    small: { X: 20, R: 100 },
  },
  POS: {
    zh: '邮政业',
    en: 'Post',
    ceiling: { X: 1000, R: 30000 },
    medium: { X: 300, R: 2000 },
    small: { X: 20, R: 100 },
  },
  HOT: {
    zh: '住宿业',
    en: 'Lodging',
    ceiling: { X: 300, R: 10000 },
    medium: { X: 100, R: 2000 },
    small: { X: 10, R: 100 },
  },
  CAT: {
    zh: '餐饮业',
    en: 'Catering',
    ceiling: { X: 300, R: 10000 },
    medium: { X: 100, R: 2000 },
    small: { X: 10, R: 100 },
  },
  INF: {
    zh: '信息传输业',
    en: 'Information transmission',
    ceiling: { X: 2000, R: 100000 },
    medium: { X: 100, R: 1000 },
    small: { X: 10, R: 100 },
  },
  SOF: {
    zh: '软件和信息技术服务业',
    en: 'Software and IT services',
    ceiling: { X: 300, R: 10000 },
    medium: { X: 100, R: 1000 },
    small: { X: 10, R: 50 },
  },
  REA: {
    zh: '房地产开发经营',
    en: 'Real-estate development',
    ceiling: { R: 200000, Z: 10000 },
    medium: { R: 1000, Z: 5000 },
    small: { R: 100, Z: 2000 },
  },
  PRO: {
    zh: '物业管理',
    en: 'Property management',
    ceiling: { X: 1000, R: 5000 },
    medium: { X: 300, R: 1000 },
    small: { X: 100, R: 500 },
  },
  LEA: {
    zh: '租赁和商务服务业',
    en: 'Leasing and business services',
    ceiling: { X: 300, Z: 120000 },
    medium: { X: 100, Z: 8000 },
    small: { X: 10, Z: 100 },
  },
  OTH: { zh: '其他未列明行业', en: 'Other industries', ceiling: { X: 300 }, medium: { X: 100 }, small: { X: 10 } },
} as const satisfies Record<string, IndustryRow>

export type Industry = keyof typeof industries
export const industryList = Object.keys(industries) as Industry[]

export type EnterpriseFigures = {
  readonly industry: Industry
  readonly staff: number | null
  readonly revenueWan: number | null
  readonly assetsWan: number | null
}

/** Size class by the industry's measures; null when a figure that the industry is measured by is missing. */
export function enterpriseSize(figures: EnterpriseFigures): EnterpriseSize | null {
  const row: IndustryRow = industries[figures.industry]
  const values = { X: figures.staff, R: figures.revenueWan, Z: figures.assetsWan }
  const measures = Object.keys(row.ceiling) as (keyof Measures)[]
  if (measures.some((measure) => values[measure] === null)) return null
  const reaches = (bar: Measures) => measures.every((measure) => (values[measure] ?? 0) >= (bar[measure] ?? 0))
  return reaches(row.ceiling) ? 'large' : reaches(row.medium) ? 'medium' : reaches(row.small) ? 'small' : 'micro'
}
