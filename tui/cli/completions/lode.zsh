#compdef lode
_lode() {
    local line
    local -a whole whole_said open open_said
    while IFS= read -r line; do
        local value=${line%%$'\t'*} meaning=${line#*$'\t'}
        if [[ $value == *: ]]; then
            open+=("$value") open_said+=("$value")
        else
            whole+=("$value") whole_said+=("$value${meaning:+  -- $meaning}")
        fi
    done < <("${words[1]}" complete -- "${(@)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)
    (( ${#whole} )) && compadd -l -d whole_said -a whole
    (( ${#open} )) && compadd -S '' -d open_said -a open
    (( ${#whole} + ${#open} )) || _files
}
if [[ ${funcstack[1]} == _lode ]]; then
    _lode "$@"
else
    compdef _lode lode
fi
