import { saysSomething } from '../../shared/clean.ts'
import { formatYuan, isFen } from '../../shared/money.ts'
import { isUsableUscc } from '../../shared/uscc.ts'
import type { Edition } from '../editions/edition.ts'
import { both } from '../guide/refuse.ts'
import { isTailored, type ServiceKind, serviceKinds } from '../records/service-kinds.ts'
import { unrelatedCount } from '../services/agencies.ts'
import type { AgenciesContent, PlanContent } from './plan.ts'
import { type Gap, type GapList, gapList, repeated } from './plan-gap.ts'
import { usccGap } from './plan-uscc.ts'

type Facts = { readonly edition: Edition; readonly park: { readonly uscc: string } }

/** Part 2: partner agencies and the catalogue of products (G3.3). */
export function agencyGaps(content: PlanContent, facts: Facts): Gap[] {
  const list = gapList('agencies')
  const { agencies, products } = content.agencies
  if (agencies.length === 0 || products.length === 0) list.error('', 'plan.part-missing', 'G3.1')
  checkAgencies(list, content.agencies, facts.park.uscc)
  checkProducts(list, content.agencies)
  for (const kind of usedTailoredKinds(content)) {
    const able = agencies.filter((agency) => agency.serviceKinds.includes(kind))
    const count = unrelatedCount(able, facts.park.uscc)
    const reason = content.agencies.fewAgenciesReasons[kind]?.trim() ?? ''
    const named = both('kind', serviceKinds[kind])
    const { minUnrelated } = facts.edition.agencies
    if (count < minUnrelated) {
      const found = { ...named, count, min: minUnrelated }
      if (!saysSomething(reason)) list.error(`fewAgenciesReasons.${kind}`, 'plan.too-few-agencies', 'G3.3', found)
      else list.warning(`fewAgenciesReasons.${kind}`, 'plan.few-agencies-with-reason', 'G3.3', found)
    }
    if (!products.some((product) => product.serviceKind === kind))
      list.error('products', 'plan.no-product-of-kind', 'G3.3', named)
  }
  return list.gaps
}

function checkAgencies(list: GapList, { agencies }: AgenciesContent, parkUscc: string) {
  const { error, warning, filled } = list
  const codes = agencies.map((agency) => agency.uscc)
  for (const [i, agency] of agencies.entries()) {
    const path = `agencies.${i}`
    filled(agency, path, ['uscc', 'name', 'kind', 'serviceKinds'])
    for (const uscc of agency.relatedTo.filter((code) => !isUsableUscc(code, true)))
      if (uscc === '') error(`${path}.relatedTo`, 'unit.bad-uscc', 'G3.3')
      else error(`${path}.relatedTo`, 'plan.bad-uscc', 'G3.3', { uscc })
    if (agency.uscc === '') continue
    usccGap(list, `${path}.uscc`, agency, 'G3.3')
    if (agency.uscc === parkUscc) error(`${path}.uscc`, 'plan.agency-is-the-park', 'G3.3')
    else if (agency.relatedTo.includes(parkUscc))
      warning(`${path}.relatedTo`, 'plan.agency-related-to-park', 'G3.3', { name: agency.name })
  }
  for (const i of repeated(codes)) error(`agencies.${i}.uscc`, 'plan.listed-twice', 'G3.3', { value: codes[i] ?? '' })
}

function checkProducts({ error, warning, filled }: GapList, { agencies, products }: AgenciesContent) {
  for (const [i, product] of products.entries()) {
    const path = `products.${i}`
    filled(product, path, [
      'agencyUscc',
      'serviceKind',
      'name',
      'deliverable',
      'agreedPriceFen',
      'marketPriceFen',
      'priceBasis',
    ])
    const agency = agencies.find((one) => one.uscc === product.agencyUscc)
    if (product.agencyUscc !== '' && !agency)
      error(`${path}.agencyUscc`, 'plan.product-of-unlisted-agency', 'G3.3', { name: product.name })
    else if (agency && product.serviceKind !== null && !agency.serviceKinds.includes(product.serviceKind)) {
      error(`${path}.serviceKind`, 'plan.product-outside-agency', 'G3.3', {
        name: agency.name,
        ...both('kind', serviceKinds[product.serviceKind]),
      })
    }
    const { agreedPriceFen: agreed, marketPriceFen: market } = product
    for (const [field, price] of [
      ['agreedPriceFen', agreed],
      ['marketPriceFen', market],
    ] as const) {
      if (price !== null && (!isFen(price) || price < 0)) error(`${path}.${field}`, 'plan.bad-amount', 'G3.3')
    }
    if (agreed === null || market === null || agreed <= market) continue
    const prices = { agreed: formatYuan(agreed), market: formatYuan(market) }
    if (!saysSomething(product.exceptionReason))
      error(`${path}.agreedPriceFen`, 'plan.above-market-price', 'G3.3', prices)
    else warning(`${path}.agreedPriceFen`, 'plan.above-market-with-reason', 'G3.3', prices)
  }
}

/** Tailored kinds that the plan serves or pays for. */
export function usedTailoredKinds(content: PlanContent): ServiceKind[] {
  const kinds = [
    ...content.services.rows.map((row) => row.kind),
    ...content['fund-lines'].rows.map((row) => row.serviceKind),
  ]
  return [...new Set(kinds)].filter((kind): kind is ServiceKind => kind !== null && isTailored(kind))
}
