_lode() {
    local line=${COMP_LINE:0:COMP_POINT} word begun candidate meaning
    local -a words
    read -ra words <<< "$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    word=${words[${#words[@]} - 1]}
    [[ $COMP_WORDBREAKS == *:* ]] && begun=${word%"${word##*[:=]}"}
    COMPREPLY=()
    while IFS=$'\t' read -r candidate meaning; do
        COMPREPLY+=("${candidate#"$begun"}")
    done < <("$1" complete -- "${words[@]:1}" 2> /dev/null)
    [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *: ]] && compopt -o nospace 2> /dev/null
}
complete -o default -F _lode lode
