import { type ClauseRow, clause } from './clause-row.ts'

/**
 * What is publicly known of the 2025 edition (third batch), under numbers of our own. Its guide is not public: whatever
 * stands not here is carried over from 2023, keeps its G number and is marked inferred in the edition.
 */
export const clausesH = {
  H0: clause(
    'B',
    '第三批适用范围：全省各市、县经信与财政部门，宁波除外',
    'Third batch, scope: economy and finance departments of the province without Ningbo',
  ),
  H1: clause('B', '激励资金分两档，每个园区属于其中一档', 'Awards in two tiers; each park is in one of them'),
  H2: clause(
    'B',
    '资金分两期：先拨八成，两年期满总体评价后拨付其余',
    'Money in two tranches: four fifths first, the rest after the overall evaluation at the end of two years',
  ),
  H3: clause('BD', '园区实施方案：二月二十日前报县级', "The park's implementation plan, to the county by 20 February"),
  H4: clause(
    'D',
    '县级推进方案：经信、财政两部门盖章，二月二十八日前报省',
    "The county's plan under the stamps of both bureaus, to the province by 28 February",
  ),
  H5: clause('D', '联络员名单：二月二十八日前报省', 'Liaison list, to the province by 28 February'),
  H6: clause(
    'BD',
    '每半年填报试点工作情况表，园区报县级，县级报省',
    "Half-yearly table of the pilot's work, from the park to the county and on to the province",
  ),
  H7: clause(
    'BD',
    '两年期满由省级总体评价，结果决定其余资金；不设中期评价',
    'Overall evaluation by the province after two years decides on the rest of the money; no mid-term evaluation',
  ),
  H8: clause('S', '绩效目标清单（内容为推定）', 'Target list (content inferred)'),
  H9: clause(
    'S',
    '遴选：园区自愿申报，市级审核推荐，专家评审，网上公示',
    'Selection: parks apply, the city recommends, experts review, the result is announced',
  ),
  H10: clause(
    'B',
    '拨付前公示，有异议的先答复再拨付（做法为推定）',
    'Public notice before payment; an objection is answered first (practice inferred)',
  ),
} as const satisfies Record<string, ClauseRow>
