-- A password is changed, an account closed and opened again; the sessions it had end with either.
grant update (password_hash, disabled_at) on accounts to yuanqitong_app;
