-- The order of names of firms, posts and batches: by sound, digits as numbers; places are ordered by their scope instead.
create collation name_order (provider = icu, locale = 'zh-u-kn-true');
comment on collation name_order is 'Chinese names by sound, 6号 before 12号.';

-- A number written in characters after 第 counts as one: 第二批 before 第十批 before 第十二批.
create function name_order_key(name text) returns text
  language sql immutable strict parallel safe as $$
  select case when m is null or m[1] || m[2] || m[3] = '' then name
    else regexp_replace(name, '第[一二三四五六七八九]?十?[一二三四五六七八九]?', '第' || case
      when m[2] = '' then strpos(digits, m[1])::text || m[3]
      else ((case when m[1] = '' then 1 else strpos(digits, m[1]) end) * 10
            + case when m[3] = '' then 0 else strpos(digits, m[3]) end)::text end)
    end
    from (select regexp_match(name, '第([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)') as m, '一二三四五六七八九' as digits) found
$$;
comment on function name_order_key(text) is 'A name with the number after its first 第 in digits, to be ordered by name_order.';
grant execute on function name_order_key(text) to yuanqitong_app;
